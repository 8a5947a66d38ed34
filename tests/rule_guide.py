"""The guide to rules, snippet by snippet: files are written, commands are run, in one folder."""

import os
import re
import shlex
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import ROOT, hillplan, run_tests

NAMED = re.compile(r"(?:--|#) ([\w.-]+\.(?:lua|yaml|csv))\n")


def snippets():
    """(language, text) of each fenced block, in their order."""
    with open(os.path.join(ROOT, "scripts/README.md"), encoding="utf-8") as file:
        return re.findall(r"^```(\w+)\n(.*?)^```$", file.read(), re.DOTALL | re.MULTILINE)


def writer(folder, text):
    name = NAMED.match(text)

    def test():
        assert name, "its first line should name its file:\n" + text[:80]
        with open(os.path.join(folder, name[1]), "w", encoding="utf-8") as file:
            file.write(text[name.end():] if name[1].endswith(".csv") else text)
        if name[1].endswith(".lua") and not name[1].endswith(".cases.lua"):
            status, _, messages = hillplan("rules", "list", "--rules", name[1], cwd=folder)
            assert status == 0, messages
    test.__name__ = name[1] if name else "a snippet without a name"
    return test


def runner(folder, line):
    def test():
        program, *arguments = shlex.split(line)
        assert program == "hillplan", line
        status, out, messages = hillplan(*arguments, cwd=folder)
        assert status == 0 and (out or "-o" in arguments), (status, messages)
    test.__name__ = line
    return test


def tests_in(folder):
    for language, text in snippets():
        if language == "sh":
            yield from (runner(folder, line) for line in text.splitlines())
        else:
            yield writer(folder, text)


with tempfile.TemporaryDirectory() as work:
    TESTS = list(tests_in(work))
    assert len(TESTS) > 15, "the guide has lost its snippets"
    run_tests(TESTS)
