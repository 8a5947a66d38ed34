#!/usr/bin/env python3
"""Rooms of generator/: who may use whom, and by which doors. Prints what is wrong and fails."""
import collections
import pathlib
import re
import subprocess
import sys

# Each room uses only rooms above it, so that there is one direction. Others include its doors alone.
ROOMS = {
    # room: (rooms it uses, its doors; "*" for all headers)
    "base": ("", "*"),
    "model": ("base", "*"),
    "words": ("base model", "words message language session_kinds"),
    "document": ("base", "document write reference tree"),
    "training": ("base model", "*"),
    "course": ("base model training", "course gpx_file"),
    "files": ("base model words document course",
              "profile_file plan_file template_file language_file style_file keys"),
    "import": ("base model document", "import cell lexicon"),
    "logs": ("base model document course", "run_log log_runner"),
    "script": ("base model words", "script case_file"),
    "rules": ("base model words script",
              "ruleset check explain limits other_settings cases cuts"),
    "diary": ("base model", "marks"),
    "planner": ("base model words training course rules", "planner cost way_out"),
    "mending": ("base model words rules", "mending"),
    "print": ("base model words training course", "print"),
    "export": ("base model words training files print", "export part"),
    "app": ("base model words training course files import logs rules diary planner mending export", ""),
}

# Libraries are known to few files.
LIBRARIES = {
    r"(lua|lauxlib|lualib)\.h": r"script/.*",
    r"hpdf.*": r"print/canvas.*",
    r"cyaml/.*": r"document/load\.c",
    r"yaml\.h": r"document/.*",
    r"jansson\.h": r"document/.*|export/intervals\.c|app/.*report\.c",
    r"expat\.h": r"course/gpx_file\.c",
    r"libical/.*": r"export/ics\.c|import/calendar.*",
}
mistakes = []
root = pathlib.Path("generator")
sources = sorted(p.relative_to(root) for p in root.glob("*/*.[ch]"))
texts = {source: (root / source).read_text() for source in sources}


def doors_of(room):
    named = ROOMS[room][1].split()
    return [s for s in sources if s.suffix == ".h" and s.parent.name == room
            and (named == ["*"] or s.stem in named)]


for room in sorted({s.parent.name for s in sources} - set(ROOMS)):
    mistakes.append(f"generator/{room}: the table of rooms lacks it")
above = []
for room, (uses, doors) in ROOMS.items():
    mistakes += [f"{room} uses {used}, which stands below it" for used in uses.split()
                 if used not in above]
    mistakes += [f"{room}/{door}.h, a door, doesn't exist" for door in doors.split()
                 if door != "*" and not (root / room / f"{door}.h").exists()]
    above.append(room)

used_rooms, used_doors = collections.defaultdict(set), set()
for source, text in texts.items():
    room = source.parent.name
    for number, line in enumerate(text.splitlines(), 1):
        own = re.match(r'#include "(\w+)/(\w+\.h)"', line)
        if own and own[1] in ROOMS and own[1] != room:
            used_rooms[room].add(own[1])
            used_doors.add(pathlib.Path(own[1], own[2]))
            if own[1] not in ROOMS[room][0].split():
                mistakes.append(f"{root}/{source}:{number}: {room}/ may not use {own[1]}/")
            elif pathlib.Path(own[1], own[2]) not in doors_of(own[1]):
                mistakes.append(f"{root}/{source}:{number}: {own[1]}/{own[2]} is no door")
        library = re.match(r"#include <(.*)>", line)
        for header, place in LIBRARIES.items():
            if library and re.fullmatch(header, library[1]) and not re.fullmatch(place, str(source)):
                mistakes.append(f"{root}/{source}:{number}: <{library[1]}> is for {place} alone")
for room, (uses, doors) in ROOMS.items():
    mistakes += [f"{room}/ doesn't use {used}/, though it may" for used in uses.split()
                 if used not in used_rooms[room] | {"base", "model"}]
    mistakes += [f"{room}/{door}.h is a door that nobody uses" for door in doors.split()
                 if door != "*" and pathlib.Path(room, f"{door}.h") not in used_doors]

# A tag means one thing.
tags = collections.defaultdict(list)
for source, text in texts.items():
    for tag in re.findall(r"^[\w ]*\b(?:struct|enum|union) (\w+)\s*\{", text, re.M):
        tags[tag].append(f"{root}/{source}")
mistakes += [f"tag '{tag}' is defined in {' and '.join(places)}" for tag, places in tags.items()
             if len(places) > 1]

# What a door includes, in the end, is no library's.
flags = subprocess.run(["pkg-config", "--cflags", "lua5.4", "libcyaml", "yaml-0.1", "jansson",
                        "expat", "libical"], capture_output=True, text=True).stdout.split()
for room in ROOMS:
    for door in doors_of(room):
        included = subprocess.run(
            ["gcc", "-std=c11", "-D_XOPEN_SOURCE=700", "-Igenerator", "-Ibuild/generated", *flags,
             "-M", "-x", "c", root / door], capture_output=True, text=True).stdout.split()
        for header in LIBRARIES:
            shown = [i for i in included if re.search(rf"/{header}$", i)]
            if shown:
                mistakes.append(f"{root}/{door} shows {shown[0]}")

print("\n".join(mistakes), end="\n" if mistakes else "")
sys.exit(bool(mistakes))
