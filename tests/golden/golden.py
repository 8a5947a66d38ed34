"""The example profiles' plans as text: plans/NAME/plan.txt. With --update they are written anew."""

import difflib
import glob
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import ROOT, hillplan, run_tests


def golden_test(profile):
    expected_path = os.path.join(os.path.dirname(profile), "plan.txt")

    def test():
        status, text, messages = hillplan("generate", profile, "-f", "text")
        assert status == 0, messages
        if "--update" in sys.argv:
            with open(expected_path, "w", encoding="utf-8") as file:
                file.write(text)
        with open(expected_path, encoding="utf-8") as file:
            expected = file.read()
        difference = "\n".join(difflib.unified_diff(expected.splitlines(), text.splitlines(),
                                                    expected_path, "now", lineterm="", n=1))
        assert not difference, "\n" + difference
        assert all(len(line) <= 100 for line in text.splitlines())

    test.__name__ = os.path.relpath(expected_path, ROOT)
    return test


run_tests([golden_test(path) for path in sorted(glob.glob(os.path.join(ROOT, "plans/*/profile.yaml")))])
