"""The same input gives the same bytes, wherever and however it runs.

usage: determinism.py [builds]   with `builds` also what gcc and clang make of it, -O0 to -O3
"""

import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import PROGRAM, ROOT, options, run_tests, tests_of

PROFILES = [os.path.join(ROOT, "plans", name, "profile.yaml") for name in
            ("first-marathon", "monday-ten", "mountain-50k", "net-downhill-marathon", "three-days-half")]
FORMATS = sorted(options("generate")["format"][2])
BUILDS = [(compiler, level) for compiler in ("gcc", "clang") for level in ("-O0", "-O1", "-O2", "-O3")]


def bytes_of(program, profile, form, **how):
    """The plan in a format; `how` is of subprocess.run()."""
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "out")
        done = subprocess.run([program, "generate", profile, "--today", "2026-11-01", "-f", form,
                               "-o", out], capture_output=True, check=False, timeout=120, **how)
        assert done.returncode == 0, (profile, form, how, done.stderr)
        if os.path.isdir(out):
            return [(name, open(os.path.join(out, name), "rb").read())
                    for name in sorted(os.listdir(out))], done.stderr
        with open(out, "rb") as file:
            return file.read(), done.stderr


def environments():
    """What may differ from machine to machine: environment, folder and umask."""
    kept = dict(os.environ)
    yield {}
    yield {"env": {}}
    for zone in ("Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kathmandu", "nonsense"):
        yield {"env": {**kept, "TZ": zone}}
    for locale in ("de_DE.UTF-8", "tr_TR.UTF-8", "tr_TR.ISO-8859-9", "C"):
        yield {"env": {**kept, "LC_ALL": locale, "LANG": locale, "LANGUAGE": locale[:2]}}
    yield {"umask": 0o077}
    yield {"cwd": "/"}
    yield {"env": {**kept, "MALLOC_PERTURB_": "85", "MALLOC_ARENA_MAX": "1"}}


def test_the_environment_changes_no_byte():
    at_once = [{"env": {"TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8"}, "umask": 0o077, "cwd": "/"}]
    for profile in PROFILES:
        for form in FORMATS:
            expected = bytes_of(PROGRAM, profile, form)
            for how in environments() if profile == PROFILES[0] else at_once:
                assert bytes_of(PROGRAM, profile, form, **how) == expected, (profile, form, how)


def build(compiler, level):
    """The path of the program as this compiler makes it."""
    folder = f"build/determinism/{compiler}{level}"
    subprocess.run(["make", "-s", f"-j{os.cpu_count()}", "VARIANT=release", f"CC={compiler}",
                    f"BUILD={folder}", f"CFLAGS_release={level}", folder + "/hillplan"], cwd=ROOT,
                   check=True, capture_output=True)
    return os.path.join(ROOT, folder, "hillplan")


def test_the_compiler_changes_no_byte():
    if "builds" not in sys.argv[1:]:
        return
    expected = {(profile, form): bytes_of(PROGRAM, profile, form)
                for profile in PROFILES for form in FORMATS}
    for compiler, level in BUILDS:
        program = build(compiler, level)
        for (profile, form), known in expected.items():
            assert bytes_of(program, profile, form) == known, (compiler, level, profile, form)


if __name__ == "__main__":
    run_tests(tests_of(globals()))
