-- A script that never gets as far as its table.
while true do
end
