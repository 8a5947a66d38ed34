"""Empty machines: no /proc, no home, no streams, little stack. Each works, or says what it needs."""

import os
import resource
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import PROGRAM, ROOT, hillplan, in_folder, run_tests, tests_of

EXAMPLE = os.path.join(ROOT, "plans/first-marathon/profile.yaml")
DEEP = "tests/hostile/deep-nesting.lua"
IS_SANITIZED = os.path.basename(os.path.dirname(PROGRAM)) == "san"


def run(*arguments, program=PROGRAM, **how):
    done = subprocess.run([program, *arguments], capture_output=True, check=False, timeout=120, **how)
    return done.returncode, done.stdout, done.stderr.decode()


def files_of_program():
    """The program, the libraries that it loads and the fonts: all that a chroot has to hold."""
    told = subprocess.run(["ldd", PROGRAM], capture_output=True, check=True).stdout.decode()
    libraries = [word for line in told.splitlines() for word in line.split() if word[0] == "/"]
    fonts = "/usr/share/fonts/truetype/open-sans"
    return libraries + [os.path.join(fonts, name) for name in os.listdir(fonts)]


def test_nothing_but_the_program_is_needed():
    expected = run("generate", EXAMPLE, "-f", "yaml")
    for environment in ({}, {"HOME": "/none", "TMPDIR": "/none", "LC_ALL": "none", "TZ": "none"}):
        assert run("generate", EXAMPLE, "-f", "yaml", env=environment) == expected, environment


@in_folder
def test_a_chroot_without_proc_will_do(folder):
    """As root: the program alone, its libraries, its data and the fonts."""
    if os.geteuid() != 0:
        return
    for path in files_of_program():
        os.makedirs(folder + os.path.dirname(path), exist_ok=True)
        shutil.copy(path, folder + path)
    os.makedirs(folder + "/opt/bin")
    shutil.copy(PROGRAM, folder + "/opt/bin/hillplan")
    data = folder + "/opt/share/hillplan"
    for name in ("templates", "scripts"):
        shutil.copytree(os.path.join(ROOT, name), os.path.join(data, name))
    shutil.copy(EXAMPLE, folder + "/profile.yaml")
    enter = {"program": "/opt/bin/hillplan", "preexec_fn": lambda: (os.chroot(folder), os.chdir("/")),
             "env": {}}
    status, _, messages = run("generate", "profile.yaml", "-o", "plan.pdf", **enter)
    assert (status, messages) == (0, ""), messages
    assert os.path.getsize(folder + "/plan.pdf") > 10000
    os.rename(data, folder + "/moved")
    status, _, messages = run("generate", "profile.yaml", "-o", "other.pdf", **enter)
    assert status == 4 and "HILLPLAN_DATA" in messages, messages
    assert "/opt/share/hillplan" in messages and "/usr/local/share/hillplan" in messages, messages
    enter["env"] = {"HILLPLAN_DATA": "/moved"}
    assert run("generate", "profile.yaml", "-o", "other.pdf", **enter)[0] == 0
    enter["env"] = {"HILLPLAN_DATA": "/none"}
    status, _, messages = run("generate", "profile.yaml", "-o", "third.pdf", **enter)
    assert status == 4 and "HILLPLAN_DATA names /none" in messages, messages
    assert not os.path.exists(folder + "/third.pdf")


@in_folder
def test_closed_streams_are_no_files(folder):
    """What is meant for a closed stream is written nowhere."""
    out = os.path.join(folder, "out.yaml")
    expected = hillplan("generate", EXAMPLE, "-f", "yaml")[1].encode()

    def close(*streams):
        return lambda: [os.close(stream) for stream in streams]

    for streams in ((0,), (1,), (2,), (0, 1), (1, 2), (0, 1, 2)):
        done = subprocess.run([PROGRAM, "generate", EXAMPLE, "-o", out], check=False, timeout=120,
                              preexec_fn=close(*streams))
        assert done.returncode == 0, streams
        with open(out, "rb") as file:
            assert file.read() == expected
        os.remove(out)
    for command in (("generate", EXAMPLE, "-f", "yaml"), ("--help",), ("keys",), ("rules", "list")):
        done = subprocess.run([PROGRAM, *command], check=False, timeout=120, stderr=subprocess.PIPE,
                              preexec_fn=close(1))
        assert done.returncode == 4 and b"(standard output)" in done.stderr, (command, done)
    done = subprocess.run([PROGRAM, "generate", "-"], check=False, timeout=120,
                          stderr=subprocess.PIPE, preexec_fn=close(0))
    assert done.returncode in (2, 4) and b"(standard input)" in done.stderr, done


def on_a_disk(folder, size, commands):
    """Shell commands in a new disk, beside which all is read-only; None where none can be mounted."""
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", f"mount --make-rprivate / && mount -t tmpfs -o size={size} "
         f"tmpfs '{folder}' && mount -o remount,bind,ro / || exit 99\ncd '{folder}'\n{commands}"],
        capture_output=True, check=False, timeout=120) if shutil.which("unshare") else None
    return None if done is None or done.returncode in (1, 99) else done


@in_folder
def test_nothing_but_the_folder_of_the_output_is_written(folder):
    """As root, who may mount."""
    done = on_a_disk(folder, "16m", f"'{PROGRAM}' generate '{EXAMPLE}' -o plan.pdf && ls")
    if done is None:
        return
    assert (done.returncode, done.stdout, done.stderr) == (0, b"plan.pdf\n", b""), done
    done = on_a_disk(folder, "16m", f"'{PROGRAM}' generate '{EXAMPLE}' -o '{ROOT}/plan.pdf'")
    assert done.returncode == 4 and b"/plan.pdf: error: cannot write: Read-only" in done.stderr, done


@in_folder
def test_a_full_disk_leaves_what_stood_there(folder):
    done = on_a_disk(folder, "40k", f"echo before > plan.pdf; '{PROGRAM}' generate '{EXAMPLE}' "
                     "-o plan.pdf; echo $?; cat plan.pdf; ls")
    if done is None:
        return
    assert done.stdout == b"4\nbefore\nplan.pdf\n", done
    assert b"plan.pdf: error: cannot write: No space left" in done.stderr, done
    done = subprocess.run([PROGRAM, "generate", EXAMPLE, "-f", "text", "-o", "/dev/full"], check=False,
                          capture_output=True, timeout=120)
    assert done.returncode == 4 and b"No space left" in done.stderr, done


@in_folder
def test_a_small_stack_is_enough(folder):
    if IS_SANITIZED:
        return

    def shrink():
        resource.setrlimit(resource.RLIMIT_STACK, (256 * 1024, 256 * 1024))

    plan = os.path.join(folder, "plan.yaml")
    for form, out in (("yaml", plan), ("pdf", os.path.join(folder, "plan.pdf"))):
        status, _, messages = run("generate", EXAMPLE, "-f", form, "-o", out, preexec_fn=shrink)
        assert status == 0, messages
    for command in (("check", plan), ("explain", plan), ("fix", plan), ("print", plan, "-f", "ics"),
                    ("course", os.path.join(ROOT, "plans/net-downhill-marathon/course.gpx"))):
        status, _, messages = run(*command, preexec_fn=shrink)
        assert status == 0, (command, status, messages)
    for name in ("deep-nesting", "deep-pcall", "recursion", "deep-error"):
        status, _, messages = run("generate", EXAMPLE, "-f", "text", "--rules",
                                  os.path.join(ROOT, "tests/hostile", name + ".lua"),
                                  preexec_fn=shrink)
        assert status in (0, 2), (name, status, messages)
    for name, text in (("deep.yaml", "[" * 100000), ("flow.yaml", "a: " + "{b: " * 50000)):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
        assert run("check", os.path.join(folder, name), preexec_fn=shrink)[0] in (2, 4), name


if __name__ == "__main__":
    run_tests(tests_of(globals()))
