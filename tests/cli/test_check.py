"""`factcheck check` end to end: what it prints, what it exits with, and that it writes nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from factcheck.cli.app import app

ENGLISH = """# Heron: a family of small models

Heron ranges from 3 billion to 30 billion parameters.
"""
JAPANESE = """# ヘロン:小型モデルの系列

ヘロンは30億から30億のパラメータを持つ。
"""
WEEKLY = """# The week

## People who moved

## Papers

The papers of this week are:

## The end

Nothing more this week.
"""
CLEAN = "# Heron\n\nHeron has 30 billion parameters.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with articles, outside any workspace."""
    monkeypatch.chdir(tmp_path)
    texts = {"heron.md": ENGLISH, "heron.ja.md": JAPANESE, "week.md": WEEKLY, "clean.md": CLEAN}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def factcheck(*words: str, stdin: str = "") -> Result:
    return CliRunner().invoke(app, ["check", *words], input=stdin, prog_name="factcheck")


def test_a_wrong_magnitude_is_found_with_its_fix(desk: Path) -> None:
    left = factcheck("heron.ja.md", "--original", "heron.md")
    assert (left.exit_code, left.stderr) == (1, "")
    lines = left.stdout.splitlines()
    assert lines[0].startswith("heron.ja.md:3:10 FC301 ")
    assert "      | help: 30億 → 300億" in lines


def test_a_clean_article_exits_0_and_says_so(desk: Path) -> None:
    left = factcheck("clean.md")
    assert (left.exit_code, left.stderr) == (0, "")
    assert left.stdout.splitlines()[-1] == "No conflicts."


def test_nothing_is_written(desk: Path) -> None:
    before = {path: path.read_bytes() for path in desk.rglob("*")}
    factcheck("heron.ja.md", "week.md", "--original", "heron.md")
    assert {path: path.read_bytes() for path in desk.rglob("*")} == before


def test_standard_input_is_a_document_named_dash(desk: Path) -> None:
    left = factcheck("-", "--original", "heron.md", stdin=JAPANESE)
    assert left.stdout.startswith("-:3:10 FC301 ")


def test_lines_are_plain_in_a_pipe(desk: Path) -> None:
    left = factcheck("heron.ja.md", "week.md", "--original", "heron.md")
    assert "\x1b" not in left.stdout
    heads = [line for line in left.stdout.splitlines() if re.match(r"\S+:\d+:\d+ FC\d{3} \S", line)]
    published = json.loads(
        factcheck("heron.ja.md", "week.md", "--original", "heron.md", "-f", "json").stdout
    )
    assert len(heads) == len(published["conflicts"]) > 1


def test_json_has_the_published_shape(desk: Path) -> None:
    left = factcheck("heron.ja.md", "lost.md", "--original", "heron.md", "--format", "json")
    assert left.exit_code == 3
    published = json.loads(left.stdout)
    assert published["format"] == "factcheck-check/1"
    assert set(published) == {"format", "revision", "sources", "claims", "notices", "conflicts",
                              "agreements", "skipped"}  # fmt: skip
    assert published["skipped"] == [{"source": "lost.md", "reason": "no such file"}]
    assert {s["source"] for s in published["sources"]} == {"heron.ja.md", "heron.md"}
    wrong = next(c for c in published["conflicts"] if c["code"] == "FC301")
    assert wrong["suggestion"]["quote"] == "30億"
    assert wrong["suggestion"]["replacement"] == "300億"
    start, end = wrong["suggestion"]["start"], wrong["suggestion"]["end"]
    assert JAPANESE[start:end] == "30億"


def test_jsonl_streams_the_same_objects(desk: Path) -> None:
    words = ("heron.ja.md", "lost.md", "--original", "heron.md")
    whole = json.loads(factcheck(*words, "-f", "json").stdout)
    records = [json.loads(line) for line in factcheck(*words, "-f", "jsonl").stdout.splitlines()]
    assert records[0] == {"type": "check", "format": "factcheck-check/1",
                          "revision": whole["revision"]}  # fmt: skip
    streamed: dict[str, list[object]] = {}
    for record in records[1:]:
        streamed.setdefault(record.pop("type"), []).append(record)
    assert streamed == {
        name if name == "skipped" else name.removesuffix("s"): items
        for name, items in whole.items() if isinstance(items, list) and items
    }  # fmt: skip


def test_the_order_of_the_files_changes_nothing(desk: Path) -> None:
    one = factcheck("week.md", "heron.md", "clean.md", "-f", "json")
    other = factcheck("clean.md", "week.md", "heron.md", "heron.md", "-f", "json")
    assert one.stdout == other.stdout


def codes(*words: str) -> set[str]:
    left = factcheck("heron.ja.md", "week.md", "--original", "heron.md", "-f", "json", *words)
    return {conflict["code"] for conflict in json.loads(left.stdout)["conflicts"]}


def test_rules_are_selected_and_ignored_by_code_or_family(desk: Path) -> None:
    everything = codes()
    assert {"FC301", "FC501"} <= everything
    assert codes("--select", "FC301") == {"FC301"}
    assert codes("--select", "FC3,FC501") & {"FC301", "FC501"} == {"FC301", "FC501"}
    assert codes("--ignore", "FC301", "--ignore", "FC5") == {
        code for code in everything if code != "FC301" and not code.startswith("FC5")
    }


def test_exit_zero_still_reports(desk: Path) -> None:
    left = factcheck("week.md", "--exit-zero")
    assert left.exit_code == 0
    assert "FC501" in left.stdout
    assert factcheck("week.md", "lost.md", "--exit-zero").exit_code == 3


def test_fail_on_is_the_mildest_severity_that_fails(desk: Path) -> None:
    words = ("heron.ja.md", "--original", "heron.md", "--select", "FC301")
    severity = json.loads(factcheck(*words, "-f", "json").stdout)["conflicts"][0]["severity"]
    order = ["low", "medium", "high"]
    for floor in order:
        expected = 1 if order.index(severity) >= order.index(floor) else 0
        assert factcheck(*words, "--fail-on", floor).exit_code == expected


def test_findings_of_severity_info_never_fail() -> None:
    from factcheck.cli.check import FailOn, fails
    from factcheck.model import Conflict, Quote, Severity, Side

    def conflict(severity: Severity) -> Conflict:
        quote = Quote(source="a.md", snapshot="s", start=0, end=3, exact="END")
        return Conflict(code="FC902", kind="boilerplate", severity=severity, message="furniture",
                        sides=(Side(quote=quote),))  # fmt: skip

    assert not any(fails([conflict("info")] * 2, floor) for floor in FailOn)
    assert fails([conflict("info"), conflict("low")], FailOn.info)
    assert not fails([conflict("low")], FailOn.medium)
