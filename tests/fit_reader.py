"""Reads FIT files, by the public description of the format alone: for tests.

messages(bytes) gives the messages of a file in their order, each as (number, {field: value}); a
value that stands for nothing is left out. A file that is not as described is a ValueError.
"""
import struct

NIBBLES = (0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
           0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400)
# Base type: its form, and the value that stands for nothing.
TYPES = {0x00: ("B", 0xFF), 0x02: ("B", 0xFF), 0x84: ("<H", 0xFFFF), 0x86: ("<I", 0xFFFFFFFF),
         0x8C: ("<I", 0)}
TEXT = 0x07


def checksum(data):
    total = 0
    for byte in data:
        for nibble in (byte & 15, byte >> 4):
            total = total >> 4 ^ NIBBLES[total & 15] ^ NIBBLES[nibble]
    return total


def expect(holds, what):
    if not holds:
        raise ValueError(what)


def value_of(data, base):
    if base == TEXT:
        expect(0 in data, "a string without an end")
        return data[:data.index(0)].decode("utf-8") or None
    form, nothing = TYPES[base]
    expect(struct.calcsize(form) == len(data), "the size of a field")
    value = struct.unpack(form, data)[0]
    return None if value == nothing else value


def messages(data):
    size, protocol, _, length, mark, header_sum = struct.unpack("<BBHI4sH", data[:14])
    expect(size == 14 and protocol == 0x20 and mark == b".FIT", "the header")
    expect(header_sum == checksum(data[:12]), "the checksum of the header")
    expect(len(data) == size + length + 2, "the length")
    expect(struct.unpack("<H", data[-2:])[0] == checksum(data[:-2]), "the checksum of the file")
    at, end, kinds, found = size, size + length, {}, []

    def take(count):
        nonlocal at
        expect(at + count <= end, "a record that goes beyond the data")
        at += count
        return data[at - count:at]

    while at < end:
        first = take(1)[0]
        if first & 0x40:
            _, order, number, count = struct.unpack("<BBHB", take(5))
            expect(order == 0, "the order of bytes")
            kinds[first & 15] = number, [tuple(take(3)) for _ in range(count)]
            continue
        number, fields = kinds[first]
        values = {field: value_of(take(length), base) for field, length, base in fields}
        found.append((number, {key: value for key, value in values.items() if value is not None}))
    return found
