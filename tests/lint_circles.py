#!/usr/bin/env python3
"""Object files that use each other in a circle: prints each circle with what is used, and fails.

    tests/lint_circles.py build/lint/generator
"""
import pathlib
import subprocess
import sys

# Objects of sources that are gone stay in the build folder.
objects = [o for o in sorted(pathlib.Path(sys.argv[1]).glob("*/*.o"))
           if pathlib.Path("generator", o.parent.name, o.stem + ".c").exists()]
defined, wanted = {}, {}
for line in subprocess.run(["nm", "-A", *objects], capture_output=True, text=True,
                           check=True).stdout.splitlines():
    name, _, rest = line.partition(":")
    kind, symbol = rest.split()[-2:]
    if kind == "U":
        wanted.setdefault(name, []).append(symbol)
    elif kind.isupper():
        defined[symbol] = name
uses = {str(name): {} for name in objects}
for name, symbols in wanted.items():
    for symbol in symbols:
        if defined.get(symbol, name) != name:
            uses[name].setdefault(defined[symbol], symbol)


def circle_from(name, path, done):
    """The first circle on the ways from an object, as a list; None if there is none."""
    if name in path:
        return path[path.index(name):] + [name]
    if name in done:
        return None
    done.add(name)
    circles = (circle_from(used, path + [name], done) for used in uses[name])
    return next(filter(None, circles), None)


found = False
finished = set()
for start in uses:
    circle = circle_from(start, [], finished)
    if circle:
        found = True
        print("; ".join(f"{pathlib.Path(a).parent.name}/{pathlib.Path(a).stem} uses {uses[a][b]} of "
                        f"{pathlib.Path(b).parent.name}/{pathlib.Path(b).stem}"
                        for a, b in zip(circle, circle[1:])))
sys.exit(found)
