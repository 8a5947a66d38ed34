"""Time and memory of measuring a long recording: 40 000 points in 4 MB."""

import math
import os
import statistics
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import PROGRAM
from measure import measure

RUNS = 21
POINTS = 40000
MOST_MS = 150


def write_course(path):
    """A point every 2.5 m for 100 km, over hills of 200 m, with times as watches write them."""
    with open(path, "w", encoding="utf-8") as file:
        file.write('<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>\n')
        for i in range(POINTS):
            metres = 300 + 200 * math.sin(i / 900) + 0.4 * math.sin(i * 1.7)
            second = f"{i // 3600 % 24:02}:{i // 60 % 60:02}:{i % 60:02}"
            file.write(f'<trkpt lat="{50 + i * 2.5 / 111194.93:.7f}" lon="7.0000000">'
                       f'<ele>{metres:.2f}</ele><time>2027-01-01T{second}Z</time></trkpt>\n')
        file.write("</trkseg></trk></gpx>\n")


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "course.gpx")
        write_course(path)
        rows = [measure([PROGRAM, "course", path], os.devnull) for _ in range(RUNS)]
        time, memory = (statistics.median(column) for column in zip(*rows))
        print(f"{POINTS} points, {os.path.getsize(path) / 1e6:.1f} MB; medians of {RUNS} runs")
        print(f"{'course to text':28} {time:7.1f} ms  of {MOST_MS} ms   {memory:6.1f} MB")
        sys.exit(time > MOST_MS)


main()
