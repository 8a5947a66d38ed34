"""The commands about courses and paces, as a runner meets them."""

import json
import math
import os
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import ROOT, hillplan, run_tests, tests_of

MARATHON = os.path.join(ROOT, "plans/net-downhill-marathon/course.gpx")
MOUNTAIN = os.path.join(ROOT, "plans/mountain-50k/course.gpx")


def course(*arguments):
    status, out, messages = hillplan("course", *arguments, "-f", "json")
    assert status == 0, messages
    return json.loads(out)


def splits(*arguments):
    status, out, messages = hillplan("paces", *arguments, "-f", "json")
    assert status == 0, messages
    return json.loads(out)


def flat_course(elevation=""):
    """A level course of 5 km, its elevation as given."""
    points = "".join(f'<trkpt lat="{i * 100 / 111194.93:.7f}" lon="0">{elevation}</trkpt>'
                     for i in range(51))
    return f"<gpx><trk><trkseg>{points}</trkseg></trk></gpx>"


def in_file(text):
    """A path of a file with that text."""
    file = tempfile.NamedTemporaryFile("w", suffix=".gpx", encoding="utf-8")
    file.write(text)
    file.flush()
    return file


def hill_loop():
    """Points (latitude, longitude, elevation) 22 m apart: 8.9 km with hills of 60 m."""
    return [[f"{47 + i * 2e-4:.6f}", "11.000000",
             f"{600 + 30 * math.sin(i / 32) + i * 0.05:.1f}"] for i in range(401)]


def gpx_of(*tracks, before="", between=""):
    """Tracks of such points; `between` stands between two segments of each."""
    def segment(points):
        return "<trkseg>" + "\n".join(f'<trkpt lat="{lat}" lon="{lon}"><ele>{ele}</ele></trkpt>'
                                      for lat, lon, ele in points) + "</trkseg>"
    return (before + '<?xml version="1.0"?>\n<gpx version="1.1" '
            'xmlns="http://www.topografix.com/GPX/1/1">' +
            between.join(f"<trk>{segment(points)}</trk>" for points in tracks) + "</gpx>")


def told_of(text):
    with in_file(text) as file:
        status, out, messages = hillplan("course", file.name, "-f", "json")
    assert status == 0, messages
    return json.loads(out), messages.replace(file.name, "course.gpx")


def changed(points, part, index, value):
    """The points with a value in the place of theirs: of a part of them (a slice)."""
    points = [list(point) for point in points]
    for point in points[part]:
        point[index] = value
    return points


def test_what_a_watch_gets_wrong_is_left_out_and_told():
    points = hill_loop()
    right, messages = told_of(gpx_of(points))
    assert messages == "" and right["climb_m"] > 100
    away = [[f"{float(lat) + 0.1:.6f}", lon, ele] for lat, lon, ele in points]
    for what, wrong, told in (
            ("zeros at the start", changed(points, slice(0, 6), 2, "0"), "6 elevations too far"),
            ("zeros at the end", changed(points, slice(-6, None), 2, "0.0"), "6 elevations too far"),
            ("zeros", changed(points, slice(100, 110), 2, "0.00"), "10 elevations too far"),
            ("a peak", changed(points, slice(100, 103), 2, "4000"), "3 elevations too far"),
            ("a pit", changed(points, slice(100, 140), 2, "-300"), "40 elevations too far"),
            ("impossible", changed(points, slice(100, 103), 2, "-32768"), ""),
            ("no number", changed(points, slice(100, 102), 2, "nan"), "2 elevations are no number"),
            ("no place", changed(points, slice(100, 101), 0, "147"), "1 point without a place"),
            ("away", points[:200] + away[200:205] + points[205:], "5 points far from"),
            ("away at the start", [["0", "0", "0"]] + points, "1 point far from"),
            ("away at the end", points + [["0.0", "0.0", "0"]] * 2, "1 point far from"),
            ("commas", [[value.replace(".", ",") for value in point] for point in points], "")):
        found, messages = told_of(gpx_of(wrong))
        assert abs(found["distance_m"] - right["distance_m"]) <= 25, (what, found["distance_m"])
        assert abs(found["climb_m"] - right["climb_m"]) <= 6, (what, found["climb_m"])
        assert abs(found["descent_m"] - right["descent_m"]) <= 6, (what, found["descent_m"])
        assert told in messages and bool(told) == bool(messages), (what, messages)
    assert told_of(gpx_of(points, before="\n \n"))[0] == right


def test_gaps_and_stretches_without_elevations_are_told():
    points = hill_loop()
    _, messages = told_of(gpx_of(points[:150] + points[250:]))
    assert "a jump of 2246 m within the track" in messages, messages
    _, messages = told_of(gpx_of(changed(points, slice(100, 150), 2, "")))
    assert "over 1134 m the track has no elevations" in messages, messages
    with in_file(gpx_of(changed(points, slice(100, 200), 0, "147"))) as file:
        status, out, messages = hillplan("course", file.name)
    assert (status, out) == (2, "") and messages.count("is out of range") == 10, messages


def test_legs_whose_ends_meet_are_one_course_and_loops_are_not():
    points = hill_loop()
    right, _ = told_of(gpx_of(points))
    found, messages = told_of(gpx_of(points[:150], points[150:300], points[300:]))
    assert "3 tracks whose ends meet are taken as one course" in messages, messages
    assert abs(found["distance_m"] - right["distance_m"]) <= 5, found["distance_m"]
    loop = points[:100] + points[98::-1]
    longer = points[:200] + points[198::-1]
    found, messages = told_of(gpx_of(loop, longer))
    assert "there are 2 tracks; the longest is the course" in messages, messages
    assert abs(found["distance_m"] - 8852) <= 30, found["distance_m"]


def test_how_far_climb_hangs_on_the_filter_is_told_of_noisy_tracks():
    points = hill_loop()
    noise = random.Random(5)
    noisy = [[lat, lon, f"{float(ele) + noise.gauss(0, 2.5):.1f}"] for lat, lon, ele in points]
    assert "climb_range_m" not in told_of(gpx_of(points))[0]["file"]
    least, most = told_of(gpx_of(noisy))[0]["file"]["climb_range_m"]
    assert least + 50 <= most, (least, most)
    with in_file(gpx_of(noisy)) as file:
        _, out, _ = hillplan("course", file.name)
    assert f"({least}–{most} m, by filter)" in out, out


def test_missing_files_and_bad_usage_say_what_to_do():
    status, _, messages = hillplan("course", "none.gpx")
    assert status == 4 and "none.gpx: error: cannot open: No such file" in messages
    for arguments, expected in [
        (["course"], "usage: hillplan course FILE.gpx"),
        (["course", MARATHON, "-f", "yaml"], "choose one of text, json, pdf"),
        (["course", MARATHON, "-o", "x.csv"], "choose one of text, json, pdf"),
        (["course", MARATHON, "-o", "x.docx"], "cannot tell the format of 'x.docx'"),
        (["course", MARATHON, "-o", "x.pdf", "--goal", "3:30"], "--goal: 3:30 for this distance"),
        (["course", MARATHON, "-o", "x.pdf", "--paper", "b4"], "choose one of a4, letter"),
        (["course", MARATHON, "--units", "m"], "there is no unit 'm'; choose one of km, mi"),
        (["course", MARATHON, "--distance", "long"], "--distance: 'long' should be 5k, 10k, half"),
        (["course", MARATHON, "--climb", "1e3"], "--climb: '1e3' should be whole metres"),
        (["paces"], "say either --race and --time, for training paces, or --goal with"),
        (["paces", "--race", "10k"], "say either --race and --time"),
        (["paces", "--goal", "3:30:00"], "--goal with --course or --distance"),
        (["paces", "--race", "10k", "--time", "45"], "--time: '45' should be a time like 45:30"),
        (["paces", "--race", "10k", "--time", "45:30", "--slow-start"], "say either"),
        (["paces", "--distance", "half", "--goal", "4:30"], "--goal: 4:30 for this distance is too "
         "fast; write minutes and seconds as 45:30, hours as 3:30:00"),
        (["paces", "--distance", "5k", "--goal", "25:00", "--slow-start=3"],
         "--slow-start takes no value"),
    ]:
        status, out, messages = hillplan(*arguments)
        assert status == 2 and out == "" and expected in messages, (arguments, messages)


def test_the_example_courses_are_what_they_claim():
    marathon = course(MARATHON)
    assert marathon["name"] == "Example Net-Downhill Marathon"
    assert abs(marathon["distance_m"] - 42195) <= 42
    assert marathon["finish_m"] - marathon["start_m"] == -140
    assert marathon["descent_m"] - marathon["climb_m"] == 140
    assert all(26000 <= climb["start_m"] <= 34000 for climb in marathon["climbs"])
    mountain = course(MOUNTAIN)
    assert abs(mountain["distance_m"] - 50000) <= 50
    assert abs(mountain["climb_m"] - 2200) <= 22 and abs(mountain["descent_m"] - 2200) <= 22
    assert len(mountain["climbs"]) == len(mountain["descents"]) == 5
    assert mountain["km_effort"] == round((mountain["distance_m"] + 5) // 10 / 100
                                          + mountain["climb_m"] / 100, 2)
    for measured in marathon, mountain:
        for share in "distance_percent", "descent_percent":
            assert sum(band[share] for band in measured["bands"]) == 100
        assert sum(measured["descent_percent_by_third"]) == 100
        assert measured["eccentric_load"] > measured["descent_m"]


def test_the_example_courses_are_written_anew_byte_for_byte():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([os.path.join(ROOT, "tests/make_courses"), folder], check=True,
                       capture_output=True)
        for path in MARATHON, MOUNTAIN:
            with open(path, "rb") as kept, \
                    open(os.path.join(folder, os.path.relpath(path, ROOT)), "rb") as written:
                assert kept.read() == written.read(), path


def test_a_course_as_text_states_its_filter_in_both_units():
    for units, elevation in [("km", "m"), ("mi", "ft")]:
        status, out, messages = hillplan("course", MARATHON, "--units", units)
        assert (status, messages) == (0, "")
        assert "Filter: elevation every 25 m, smoothed over 5 points" in out
        assert re.search(rf"^  [\d.]+ {units}, climb \d+ {elevation}, descent \d+ {elevation}$",
                         out, re.M), out
        assert all(len(line) <= 100 and line == line.rstrip() for line in out.splitlines()), out


def test_official_figures_win_and_both_are_shown():
    arguments = [MARATHON, "--distance", "42", "--climb", "150"]
    measured = course(*arguments)
    assert (measured["distance_m"], measured["climb_m"]) == (42000, 150)
    assert measured["file"]["distance_m"] == course(MARATHON)["distance_m"]
    assert measured["file"]["climb_m"] == course(MARATHON)["climb_m"]
    _, out, messages = hillplan("course", *arguments)
    assert messages == "" and "climb 150 m (the file's: " in out and "42 km (the file's: " in out
    status, out, messages = hillplan("course", MARATHON, "--distance", "half")
    assert status == 0 and "warning: the course is 42.2 km long, the official distance is 21.1 km" \
        in messages and "42.2 km, climb" in out, messages


def test_without_elevations_nothing_is_guessed():
    for elevation in "", "<ele>0</ele>":
        with in_file(flat_course(elevation)) as file:
            status, out, messages = hillplan("course", file.name)
            assert status == 0 and out == "Course\n  5 km\n", out
            assert "warning: the file has no elevations" in messages
            assert course(file.name) == {"distance_m": 5000, "file": {"distance_m": 5000}}
            paced = splits("--course", file.name, "--goal", "25:00")
            assert [split["split_s"] for split in paced["splits"]] == [300] * 5
            assert "climb_m" not in paced["splits"][0] and not paced["equal_effort"]


def test_a_course_is_read_from_standard_input():
    done = hillplan("course", "-", stdin=flat_course("<ele>7</ele>").encode())
    assert done == (0, done[1], "") and "5 km, climb 0 m, descent 0 m" in done[1]


def test_paces_of_a_race():
    status, out, messages = hillplan("paces", "--race", "5k", "--time", "20:00")
    assert (status, messages) == (0, "") and "5k in 20:00: VDOT 49.8" in out
    assert re.search(r"^  10k +\d\d:\d\d +41:4\d$", out, re.M), out  # Riegel: 41:42
    told = splits("--race", "marathon", "--time", "3:00:00", "--units", "mi")
    assert told["vdot"] == 53.5 and told["units"] == "mi"
    assert told["paces"]["marathon"] == round(3 * 3600 / 42.195 * 1.609344)
    assert told["equivalent_times"][3] == {"distance": "marathon", "distance_m": 42195,
                                           "time_s": 10800, "riegel_time_s": 10800}


def test_splits_add_up_to_the_goal_and_follow_the_hills():
    paced = splits("--course", MARATHON, "--distance", "marathon", "--goal", "3:30:00")
    items = paced["splits"]
    assert paced["distance_m"] == 42195 and len(items) == 43 and items[-1]["distance"] == 42.2
    assert sum(item["split_s"] for item in items) == items[-1]["elapsed_s"] == 12600
    assert sum(item["climb_m"] for item in items) == course(MARATHON)["climb_m"]
    hardest = max(items, key=lambda item: item["split_s"])
    assert 26 < hardest["distance"] <= 34 and hardest["climb_m"] > 15
    slow = splits("--course", MARATHON, "--goal", "3:30:00", "--slow-start")["splits"]
    assert slow[3]["elapsed_s"] > items[3]["elapsed_s"] and slow[-1]["elapsed_s"] == 12600
    status, out, _ = hillplan("paces", "--course", MARATHON, "--goal", "3:30:00", "--slow-start",
                              "--units", "mi")
    assert status == 0 and "Equal effort on every grade; the first 10 % slower by 3 %" in out
    assert len(re.findall(r"^ +[\d.]+ +\d+:\d\d +[\d:]+ +\d+ +\d+$", out, re.M)) == 27
    assert out.rstrip().splitlines()[-1].split()[2] == "3:30:00"


def words_of(pdf):
    """All that its pages say, as one line."""
    text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True).stdout.decode()
    return " ".join(text.split())


def test_a_course_is_printed_from_its_file_alone():
    with tempfile.TemporaryDirectory() as folder:
        pdf = os.path.join(folder, "course.pdf")
        for paper, units in [("a4", "km"), ("letter", "mi"), ("a3", "km")]:
            arguments = [MOUNTAIN, "-o", pdf, "--paper", paper, "--units", units]
            for goal in [], ["--goal", "6:45:00"]:
                assert hillplan("course", *arguments, *goal) == (0, "", "")
                done = subprocess.run([os.path.join(ROOT, "tests/pdf_check.py"), pdf],
                                      capture_output=True, text=True)
                assert done.returncode == 0, done.stdout
                words = words_of(pdf)
                assert "Example Mountain 50k" in words and "Race week" in words
                assert "km 17 −607 m" in words or units == "mi"
                assert ("Splits at equal effort for 6:45:00" in words) == bool(goal)
                assert ("Pace band" in words) == bool(goal)
                assert ("There are no splits" in words) != bool(goal)
        assert hillplan("course", MOUNTAIN, cwd=folder)[0] == 0
        assert hillplan("course", MOUNTAIN, "-f", "pdf", cwd=folder) == (0, "", "")
        assert sorted(os.listdir(folder)) == ["course.pdf"]
        told = os.path.join(folder, "course.json")
        assert hillplan("course", MOUNTAIN, "-o", told) == (0, "", "")
        with open(told, encoding="utf-8") as file:
            assert json.load(file) == course(MOUNTAIN)


def test_the_race_page_has_the_times_of_the_splits():
    with tempfile.TemporaryDirectory() as folder:
        pdf = os.path.join(folder, "plan.pdf")
        profile = os.path.join(ROOT, "plans/net-downhill-marathon/profile.yaml")
        assert hillplan("generate", profile, "-o", pdf)[::2] == (0, "")
        words = words_of(pdf)
        assert "Course: 42.2 km, +140 −280 m, 65 % of the descent in the second half" in words
        times = splits("--course", MARATHON, "--distance", "marathon", "--goal", "3:30:00")
        near = 0
        for item in times["splits"]:
            elapsed = item["elapsed_s"]
            near += any(f"{s // 3600}:{s // 60 % 60:02}:{s % 60:02}" in words or
                        s < 3600 and f"{s // 60}:{s % 60:02}" in words
                        for s in range(elapsed - 3, elapsed + 4))
        assert near == len(times["splits"]), near  # the plan's profile is within a metre


def plan_of(folder, course, official="", **changes):
    """Exit status, plan and messages of a profile in a folder that names a course."""
    profile = f"""runner: {{recent_weeks: [40, 42, 41, 44], usual_descent_m: 60}}
race: {{date: 2027-05-02, distance: {changes.get("distance", "5")}, course: {course}{official}}}
start: {changes.get("start", "2027-02-01")}
"""
    path = os.path.join(folder, "profile.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(profile)
    status, text, messages = hillplan("generate", path, "-f", "json")
    return status, json.loads(text) if text else None, messages.replace(folder + "/", "")


def test_the_course_of_a_profile_is_read_beside_it():
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(MARATHON, os.path.join(folder, "course.gpx"))
        status, plan, messages = plan_of(folder, "course.gpx", distance="marathon")
        assert (status, messages) == (0, ""), messages
        race, measured = plan["race"], course(MARATHON, "--distance", "marathon")
        assert (race["climb_m"], race["descent_m"]) == (140, 280)
        assert race["course"]["file"] == measured["file"]
        assert race["course"]["points"][-1]["distance_m"] == 42195
        facts = race["course"]["facts"]
        for third in range(3):
            assert abs(facts["descent_percent_by_third"][third]
                       - measured["descent_percent_by_third"][third]) <= 2
        largest = max(measured["descents"], key=lambda descent: descent["metres"])
        assert abs(facts["largest_descent"]["start_m"] - largest["start_m"]) < 200
        assert abs(facts["largest_descent"]["metres"] - largest["metres"]) <= 2
        assert [band["distance_percent"] for band in facts["bands"]][3] > 75
        # The official figures win, and the file's are kept.
        _, plan, _ = plan_of(folder, "course.gpx", ", descent_m: 390", distance="marathon")
        assert (plan["race"]["climb_m"], plan["race"]["descent_m"]) == (140, 390)
        assert plan["race"]["course"]["file"]["descent_m"] == 280
        assert plan["race"]["course"]["facts"]["eccentric_load"] > facts["eccentric_load"]
        _, plan, messages = plan_of(folder, "course.gpx", distance="half")
        assert "warning: the course is 42.2 km long, the official distance is 21.1 km" in messages
        assert plan["race"]["course"]["points"][-1]["distance_m"] > 42000


def test_a_plan_with_a_course_is_the_same_after_it_was_written_and_read():
    with tempfile.TemporaryDirectory() as folder:
        profile = os.path.join(ROOT, "plans/mountain-50k/profile.yaml")
        path = os.path.join(folder, "plan.yaml")
        assert hillplan("generate", profile, "-o", path)[::2] == (0, "")
        for form in "yaml", "json", "text", "pdf":
            direct = hillplan("generate", profile, "-f", form, "-o", "-", text=False)
            printed = hillplan("print", path, "-f", form, "-o", "-", text=False)
            assert direct[0] == printed[0] == 0 and direct[1] == printed[1], form
        with open(path, encoding="utf-8") as file:
            text = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace("elevation_m: 1368", "elevation_m: 1300", 1))
        status, _, messages = hillplan("print", path, "-f", "text", "-o", "-")
        assert status == 0 and "race.course.facts: do not follow from the points" in messages


def test_a_course_without_elevations_leaves_the_profile_its_figures():
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "flat.gpx"), "w", encoding="utf-8") as file:
            file.write(flat_course())
        status, plan, messages = plan_of(folder, "flat.gpx", ", climb_m: 30, descent_m: 40")
        assert status == 0 and "flat.gpx: warning: the file has no elevations" in messages
        assert (plan["race"]["climb_m"], plan["race"]["descent_m"]) == (30, 40)
        assert plan["race"]["course"] == {"file": {"distance_m": 5000}}


def test_mistakes_of_a_course_are_told_along_with_those_of_the_profile():
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "broken.gpx"), "w", encoding="utf-8") as file:
            file.write("<gpx>\n  <trk><trkseg></trk></gpx>")
        for name, expected in [
            ("none.gpx", "profile.yaml:2:47: error: race.course: cannot read the course file "
             "none.gpx: paths are relative to the profile"),
            (".", "profile.yaml:2:47: error: race.course: cannot read the course file .: "),
            ("broken.gpx", "broken.gpx:2:18: error: "),
        ]:
            status, plan, messages = plan_of(folder, name)
            assert status == 2 and plan is None and expected in messages, messages
            status, plan, messages = plan_of(folder, name, start="2027-02-02")
            assert status == 2 and plan is None and expected in messages, messages
            assert len(messages.splitlines()) == 2 and "profile.yaml:3:8: error: start: " in messages


if __name__ == "__main__":
    run_tests(tests_of(globals()))
