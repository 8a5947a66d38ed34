#!/usr/bin/env python3
"""Members of structs that files hold, against the lists of fields. Prints what is wrong and fails.

A struct that is in a list has a row for each of its members, or says why not: UNFILED(struct,
member, "reason"). So nothing is read, kept or written by half.
"""
import pathlib
import re
import subprocess
import sys

sources = sorted(pathlib.Path("generator").glob("*/*.[ch]"))
texts = {path: path.read_text() for path in sources}
includes = sorted({str(p.relative_to("generator")) for p, text in texts.items()
                   if p.suffix == ".h" and p.parts[1] in ("model", "words")} | {"import/lexicon.h"})
flags = ["-std=c11", "-D_XOPEN_SOURCE=700", "-Igenerator", "-Ibuild/generated"]

probe = "".join(f'#include "{header}"\n' for header in includes)
layouts = subprocess.run(
    ["clang", *flags, "-Xclang", "-fdump-record-layouts-complete", "-fsyntax-only", "-x", "c", "-"],
    input=probe, capture_output=True, text=True).stdout

members = {}
for layout in layouts.split("*** Dumping AST Record Layout")[1:]:
    head = re.search(r"\|\s+struct (\w+)$", layout, re.M)
    if head:
        members[head[1]] = [re.split(r"\W", m)[0] for m in
                            re.findall(r"^ *[\d:-]+ \|   (?! ).*?(\w+)$", layout, re.M)]

# X(KIND, struct, members, "key", ...), and FIELD(KIND, struct, members, key, ...) made by another list
ROW = re.compile(r"\bX\(\s*[A-Z_]+\s*,\s*(\w+)\s*,\s*(\w[^\"]*?)\"")
ROW_OF_LIST = re.compile(r"\bFIELD\(\s*[A-Z_]+\s*,\s*(\w+)\s*,\s*(.*?),\s*(?:key|name)\b")
rows, unfiled = {}, {}
for path, text in texts.items():
    if path.name == "field.h":
        continue
    text = re.sub(r"\\\n", " ", text)
    for struct, named in ROW.findall(text) + ROW_OF_LIST.findall(text):
        rows.setdefault(struct, set()).update(re.findall(r"\w+", named))
    # Rows that several structs share: #define NAME_FIELDS(X, s, ...), used as NAME_FIELDS(X, race).
    for name, part in re.findall(r"#define (\w+_FIELDS)\(X, s\b(.*)", text):
        for struct, more in re.findall(rf"\b{name}\(X, (?!s\b)(\w+)([^)]*)", text):
            for _, named in ROW.findall(part):
                rows.setdefault(struct, set()).update(re.findall(r"\w+", named + more))
    for struct, member in re.findall(r"\bUNFILED\((\w+), (\w+), \"[^\"]+\"\)", text):
        unfiled.setdefault(struct, set()).add(member)

wrong = []
for struct in sorted(set(rows | unfiled) & set(members)):
    for member in members[struct]:
        has_row, is_unfiled = member in rows.get(struct, ()), member in unfiled.get(struct, ())
        if not has_row and not is_unfiled:
            wrong.append(f"struct {struct}: {member} has no row; list it, or say why not: UNFILED")
        if has_row and is_unfiled:
            wrong.append(f"struct {struct}: {member} has a row, and is UNFILED")
    wrong += [f"struct {struct} has no {member}, which is UNFILED"
              for member in sorted(unfiled.get(struct, set()) - set(members[struct]))]
if len(members) < 30 or len(rows) < 30:
    wrong.append("no layouts, or no lists, were found")
print("\n".join(wrong), end="\n" if wrong else "")
sys.exit(bool(wrong))
