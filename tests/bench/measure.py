"""Time and memory of one run of a command."""

import os


def measure(command, output=None):
    """Milliseconds of processor time and peak memory in MB; standard output goes to `output`."""
    actions = [(os.POSIX_SPAWN_OPEN, 1, output, os.O_WRONLY, 0)] if output else []
    child = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    assert status == 0, command
    return (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024
