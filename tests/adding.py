"""generator/ADDING.md: its recipes are followed in a copy of the tree, which is built; then its
commands are run there."""

import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import ROOT, run_tests

BLOCK = re.compile(r"((?:^.+\n)*)\n^```(\w+)\n((?:.*\n)*?)^```$", re.MULTILINE)  # a paragraph, then it
NEW_FILE = re.compile(r"A\s+new\s+file,\s+`([^`]+)`:\s*$")
ROW = re.compile(r"\s`([^`]+)`,\s+below\s+`([^`]+)`:\s*$")


def recipes():
    """(name, edits, commands) of each: edits are (file, line to stand below or None, text)."""
    with open(os.path.join(ROOT, "generator/ADDING.md"), encoding="utf-8") as file:
        sections = re.split(r"^## (.*)\n", file.read(), flags=re.MULTILINE)[1:]
    for name, text in zip(sections[::2], sections[1::2]):
        edits, commands = [], []
        for before, language, block in BLOCK.findall(text):
            new, row = NEW_FILE.search(before), ROW.search(before)
            if language == "sh":
                commands.append(block)
            elif new:
                edits.append((new[1], None, block))
            else:
                assert row, f"{name}: no place is named for\n{block}"
                edits.append((row[1], row[2], block))
        yield name, edits, commands


def follow(folder, path, below, text):
    path = os.path.join(folder, path)
    if below is None:
        assert not os.path.exists(path), path
        lines = []
    else:
        with open(path, encoding="utf-8") as file:
            lines = file.read().splitlines(keepends=True)
        place = next((i for i, line in enumerate(lines) if below in line), None)
        assert place is not None, f"{path} has no line with {below}"
        lines.insert(place + 1, text)
    with open(path, "w", encoding="utf-8") as file:
        file.write("".join(lines) or text)


def copy_tree(folder):
    """What git knows, and what is built of it, so that little is built again."""
    names = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT,
                           capture_output=True, text=True, check=True).stdout.split("\n")
    for name in filter(os.path.exists, map(lambda name: os.path.join(ROOT, name), filter(None, names))):
        target = os.path.join(folder, os.path.relpath(name, ROOT))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        shutil.copy2(name, target)
    for part in ("generated", "release/generator"):
        shutil.copytree(os.path.join(ROOT, "build", part), os.path.join(folder, "build", part))


def in_order(name, edits, commands, folder):
    def test():
        path = os.pathsep.join([os.path.join(folder, "build/release"), os.environ["PATH"]])
        assert edits and commands, name
        for block in commands:
            for line in block.splitlines():
                done = subprocess.run(["bash", "-c", line], cwd=folder, capture_output=True,
                                      text=True, env=os.environ | {"PATH": path})
                assert done.returncode == 0, (line, done)
    test.__name__ = name
    return test


with tempfile.TemporaryDirectory() as work:
    copy_tree(work)
    RECIPES = list(recipes())
    for _, every, _ in RECIPES:
        for edit in every:
            follow(work, *edit)
    built = subprocess.run(["make", "--no-print-directory", "-j2", "build/release/hillplan"], cwd=work,
                           capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    run_tests([in_order(*recipe, work) for recipe in RECIPES])
