"""The manual and the completions of shells hold what --help holds, and their readers take them."""

import os
import re
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import commands, hillplan, in_folder, options, run_tests, tests_of, write

SHELLS = ("bash", "zsh", "fish")


def told(*arguments):
    status, out, messages = hillplan(*arguments)
    assert (status, messages) == (0, ""), messages
    return out


def run(*command, **how):
    return subprocess.run(command, capture_output=True, check=False, text=True, **how)


def complete(folder, *words):
    """What bash completes the last of the words to."""
    script = write(folder, "hillplan.bash", told("--completions", "bash"))
    typed = " ".join(f"'{word}'" for word in words)
    done = run("bash", "-c", f". {script}; COMP_WORDS=({typed}); COMP_CWORD={len(words) - 1}; "
               'IFS=" \t\n"; _hillplan; printf "%s\\n" "${COMPREPLY[@]}"')
    assert done.returncode == 0 and not done.stderr, done.stderr
    return done.stdout.split()


def part(text, first, last):
    """What stands between a line that matches and the next that does."""
    return re.search(f"(?ms)^{first}$(.*?)(?:^{last}|\\Z)", text)[1]


def test_the_manual_has_every_option_and_word_of_every_command():
    page = told("--man").replace("\\-", "-")
    for command in commands():
        section = part(page, f"\\.SS hillplan {command}\\b.*?", r"\.S[SH] ")
        for name, (letter, value, words) in options(command).items():
            row = re.search(rf"^(?:\\fB-(\w)\\fR, )?\\fB--{name}\\fR(?: \\fI(.*)\\fR)?( \.\.\.)?$", section, re.M)
            assert row and (row[1], row[2]) == (letter, value), (command, name)
            assert all(f"\\fB{word}\\fR" in section for word in words), (command, name, words)
    for status in range(5):
        assert f"{status} " in part(page, r"\.SH EXIT STATUS", r"\.SH ")


def test_man_s_readers_find_no_fault_in_the_manual():
    done = run("mandoc", "-Tlint", "-Wwarning", input=told("--man"))
    faults = [line for line in done.stdout.splitlines() if "missing date" not in line]
    assert not faults, faults
    assert "--paper PAPER" in re.sub(".\b", "", run("mandoc", "-Tutf8", input=told("--man")).stdout)


@in_folder
def test_bash_completes_every_command_option_and_word(folder):
    assert complete(folder, "hillplan", "") == commands()
    assert complete(folder, "hillplan", "gen") == ["generate"]
    assert complete(folder, "hillplan", "generate", "--pa") == ["--paper", "--pages"]
    assert complete(folder, "hillplan", "--") == ["--man", "--completions", "--help", "--version"]
    assert complete(folder, "hillplan", "--completions", "z") == ["zsh"]
    assert complete(folder, "hillplan", "print", "plan.yaml", "-f", "js") == ["json"]
    assert complete(folder, "hillplan", "print", "pl") == []  # names of files, by bash itself
    for command in commands():
        rows = options(command)
        assert complete(folder, "hillplan", command, "-") == (
            [f"--{name}" for name in rows] + ["--help", "--version"]), command


def test_every_shell_is_told_every_option():
    scripts = {shell: told("--completions", shell) for shell in SHELLS}
    for command in commands():
        bash = re.search(rf"^    {command}:-\) words='(.*)' ;;$", scripts["bash"], re.M)[1].split()
        zsh = part(scripts["zsh"], rf"    {command}\)", r"    \w+\)$")
        fish = [line for line in scripts["fish"].splitlines()
                if f"'__fish_seen_subcommand_from {command}'" in line]
        rows = options(command)
        assert len(fish) == len(rows) + 2
        for name, (letter, value, words) in rows.items():
            assert f"--{name}" in bash, (command, name)
            if words:
                assert re.search(rf"^    {command}:--{name}( .*)?\) words='{' '.join(words)}' ;;$",
                                 scripts["bash"], re.M), (command, name)
            line = next(line for line in zsh.splitlines() if re.search(rf"--{name}\b(?!-)", line))
            assert all(re.search(rf"[( ]{word}[ )']", line) for word in words), line
            assert not value or f":{value}:" in line, line
            line = next(line for line in fish if re.search(rf" -l {name} ", line))
            assert (f" -s {letter} " in line) == bool(letter), line
            assert not words or f" -a '{' '.join(words)}' " in line, line
            assert (" -r " in line or " -x " in line) == bool(value), line


@in_folder
def test_shells_that_are_here_can_read_what_they_are_told(folder):
    for shell in SHELLS:
        if shutil.which(shell):
            done = run(shell, "-n", write(folder, shell, told("--completions", shell)))
            assert (done.returncode, done.stderr) == (0, ""), (shell, done.stderr)


def test_what_the_program_does_not_know_it_tells():
    for arguments, expected in (
            (["--completions", "tcsh"], "there is no shell 'tcsh'; choose one of bash, zsh, fish"),
            (["--completions"], "--completions needs a value: SHELL"),
            (["--mna"], "hillplan has no option --mna; choose one of --man, --completions; did you mean --man?")):
        status, out, messages = hillplan(*arguments)
        assert (status, out) == (2, "") and expected in messages, messages


if __name__ == "__main__":
    run_tests(tests_of(globals()))
