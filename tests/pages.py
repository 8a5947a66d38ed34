"""The PDF of each example on each paper: fonts, boxes, words, bookmarks, and the same bytes twice."""

import glob
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import ROOT, hillplan, run_tests


def page_test(profile, paper):
    def test():
        with tempfile.TemporaryDirectory() as folder:
            pdf = os.path.join(folder, "plan.pdf")
            written = []
            for _ in range(2):
                status, _, messages = hillplan("generate", profile, "-o", pdf, "--paper", paper)
                assert status == 0 and messages == "", messages
                with open(pdf, "rb") as file:
                    written.append(file.read())
            assert written[0] == written[1]
            done = subprocess.run([os.path.join(ROOT, "tests/pdf_check.py"), pdf],
                                  capture_output=True, text=True)
            assert done.returncode == 0, done.stdout + done.stderr

    test.__name__ = f"{os.path.basename(os.path.dirname(profile))} on {paper}"
    return test


run_tests([page_test(profile, paper)
           for profile in sorted(glob.glob(os.path.join(ROOT, "plans/*/profile.yaml")))
           for paper in ("a4", "letter", "a3")])
