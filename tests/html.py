#!/usr/bin/env python3
"""The HTML file: well-formed, the plan's days and totals, nothing from outside, in all languages."""

import glob
import json
import os
import re
import sys
import tempfile
import xml.etree.ElementTree as tree

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import LANGUAGES, ROOT, hillplan, run_tests, tests_of

PROFILES = sorted(glob.glob(os.path.join(ROOT, "plans/*/profile.yaml")))
MOST_BYTES = 300_000
DAYS_PER_WEEK = 7


def html_of(source, *options, command="print"):
    status, out, messages = hillplan(command, source, "-f", "html", "-o", "-", *options)
    assert (status, messages) == (0, ""), messages
    return out


def parsed(text):
    """The file as a tree: it is well-formed XML, too."""
    return tree.fromstring(re.sub(r"^<!DOCTYPE html>", "", text))


def plans():
    """Each example: its plan and the path of that."""
    for profile in PROFILES:
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
            text = hillplan("generate", profile, "-f", "json", "-o", "-")[1]
            file.write(text)
            file.flush()
            yield json.loads(text), file.name


def text_in(element):
    return " ".join("".join(element.itertext()).split())


def test_every_day_and_every_total_is_the_plan_s():
    for plan, path in plans():
        root = parsed(html_of(path))
        weeks = root.findall(".//details")
        assert len(weeks) == len(plan["weeks"])
        rows = root.findall(".//tbody/tr")
        for week, element, row in zip(plan["weeks"], weeks, rows):
            days = element.findall("ol/li")
            dates = [day.find(".//time").get("datetime") for day in days]
            assert dates == [day["date"] for day in week["days"]]
            assert len(days) == DAYS_PER_WEEK
            total = f"{week['distance']:g}"
            assert text_in(row.findall("td")[2]) == total, (text_in(row), total)
            assert row.find("th/a").get("href") == f"#{element.get('id')}"
            for day, item in zip(week["days"], days):
                said = text_in(item)
                for session in day.get("sessions", []):
                    assert session["title"] in said, (session["title"], said)


def edges(svg):
    """Where each part of a drawing begins and ends, and how high it is."""
    for part in svg:
        spots = [tuple(map(float, spot.split(","))) for spot in part.get("points").split()]
        yield spots[0][0], spots[-1][0], spots[0][1] - min(spot[1] for spot in spots)


def test_drawings_are_as_wide_as_times_and_as_high_as_efforts():
    """Warm-up, hard parts and recoveries of threshold sessions: easy 3.2, hard 8, rest 1.6 mm."""
    drawn = 0
    for plan, path in plans():
        days = [day for week in plan["weeks"] for day in week["days"]]
        for day, item in zip(days, parsed(html_of(path)).findall(".//details/ol/li")):
            sessions = [s for s in day.get("sessions", []) if len(s.get("steps", [])) > 1]
            for session, svg in zip(sessions, item.findall(".//svg")):
                if session["kind"] != "tempo" or "duration_s" not in session["steps"][0]:
                    continue
                parts = list(edges(svg))
                width = session["steps"][0]["duration_s"] / session["duration_s"] * parts[-1][1]
                assert all(abs(a[1] - b[0]) < 0.11 for a, b in zip(parts, parts[1:]))
                assert abs(parts[0][1] - width) < 2 + 0.1 * width, (parts, session)
                assert {32, 80} <= {round(part[2]) for part in parts} <= {16, 32, 80}, parts
                drawn += 1
    assert drawn > 20, drawn


def test_nothing_comes_from_outside():
    for _, path in plans():
        text = html_of(path)
        assert not re.search(r"<(script|img|link|iframe|object|form|input)\b|\bhref=\"[^#]|\bsrc=|"
                             r"url\(|@import|\bon\w+=", text), "something from outside"
        assert "default-src 'none'" in text
        assert len(text.encode()) <= MOST_BYTES, len(text.encode())
        assert html_of(path) == text


def test_each_id_is_there_once_and_each_link_leads_somewhere():
    for _, path in plans():
        root = parsed(html_of(path))
        ids = [element.get("id") for element in root.iter() if element.get("id")]
        assert len(ids) == len(set(ids))
        for link in root.findall(".//a"):
            assert link.get("href")[1:] in ids, link.get("href")
        levels = [int(element.tag[1]) for element in root.iter() if re.fullmatch("h[1-6]", element.tag)]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after - before <= 1 for before, after in zip(levels, levels[1:])), levels


def test_all_languages_are_named_and_well_formed():
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        file.write(hillplan("generate", PROFILES[0], "-f", "json", "-o", "-")[1])
        file.flush()
        for language in LANGUAGES:
            root = parsed(html_of(file.name, "--language", language))
            assert root.get("lang") == language
            assert root.find("head/title").text
            assert len(root.findall(".//details/ol/li")) % DAYS_PER_WEEK == 0


def test_names_are_text_and_not_markup():
    with open(PROFILES[0], encoding="utf-8") as file:
        profile = file.read()
    name = "<b>A & B</b> \"C\" --> ]]>"
    profile = re.sub(r"^(  name: ).*", lambda found: found[1] + json.dumps(name), profile, flags=re.M)
    with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as file:
        file.write(profile)
        file.flush()
        root = parsed(html_of(file.name, command="generate"))
        assert text_in(root.find(".//h1")) == name, text_in(root.find(".//h1"))


run_tests(tests_of(globals()))
