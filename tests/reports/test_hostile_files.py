"""Hostile texts as whole files: what git makes of a patch, what every JSON format gives back, and
titles of 100 kB in every format."""

from __future__ import annotations

import json
import subprocess
import time
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.reports import FORMATS, build, render
from factcheck.reports.visible import visible
from tests.reports import sample
from tests.reports.hostile import ledger_of
from tests.reports.test_hostile import HOSTILE

EXACT = ("json", "schema-org", "annotations", "prov", "updates")
"""Formats that keep a text as it is, lone surrogates as escapes."""
WITHOUT_TITLES = ("csv", "annotations", "sarif", "mismatches")
"""Formats that name a source by its slug or address alone."""
LONG = 100_000


def strings(tree: object) -> set[str]:
    if isinstance(tree, dict):
        return {found for value in tree.values() for found in strings(value)}
    if isinstance(tree, list):
        return {found for item in tree for found in strings(item)}
    return {tree} if isinstance(tree, str) else set()


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_git_applies_a_patch_of_any_text(text: str, tmp_path: Path) -> None:
    ledger = ledger_of(text)
    contents = build(ledger)
    patch = render(contents, "diff")
    try:
        before = ledger.documents["one"].text.encode()
    except UnicodeEncodeError:
        assert "?" in patch  # no file holds it, so no patch can
        return
    (tmp_path / "one.txt").write_bytes(before)
    done = subprocess.run(["git", "apply", "--whitespace=nowarn", "-"], input=patch.encode(),
                          cwd=tmp_path, capture_output=True, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr
    accepted = f"{text}!\n\nbefore {text} after"
    assert (tmp_path / "one.txt").read_bytes() == accepted.encode()
    assert [p.name for p in tmp_path.iterdir()] == ["one.txt"], "no path of a title is written"


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_text_survives_exactly_where_a_format_can_hold_it(text: str) -> None:
    contents = build(ledger_of(text))
    for name in EXACT:
        assert text in strings(json.loads(render(contents, name))), name
    told = strings(json.loads(render(contents, "sarif")))
    shown = visible(text).replace("{", "{{").replace("}", "}}")
    assert any(shown.replace("[", "\\[").replace("]", "\\]") in one or shown in one
               or visible(text) in one for one in told)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_every_format_is_text_that_a_file_can_hold(text: str) -> None:
    contents = build(ledger_of(text))
    for name in FORMATS:
        made = render(contents, name)
        made.encode("utf-8")
        if name not in (*EXACT, "diff", "sarif"):
            assert "\0" not in made and "\x1b" not in made and "\u202e" not in made, name


@pytest.mark.parametrize("name", FORMATS)
def test_a_title_of_100_kb_is_whole(name: str) -> None:
    title = "T" + "億x " * (LONG // 3) + "E"
    ledger = sample.ledger()
    sources = tuple(replace(s, title=title) for s in ledger.sources)
    started = time.process_time()
    made = render(build(replace(ledger, sources=sources)), name)
    assert time.process_time() - started < 5
    assert (title in made) is (name not in WITHOUT_TITLES)


@pytest.mark.parametrize("name", FORMATS)
def test_the_order_of_the_records_does_not_show(name: str) -> None:
    ledger = sample.ledger()
    turned = replace(
        ledger, sources=ledger.sources[::-1], claims=ledger.claims[::-1],
        conflicts=ledger.conflicts[::-1], notices=ledger.notices[::-1],
        decisions=ledger.decisions[::-1], corrections=ledger.corrections[::-1],
        skipped=ledger.skipped[::-1], stale=ledger.stale[::-1], rules=ledger.rules[::-1],
        documents=dict(list(ledger.documents.items())[::-1]),
        history=dict(list(ledger.history.items())[::-1]),
        coverage=dict(list(ledger.coverage.items())[::-1]),
    )  # fmt: skip
    assert render(build(turned), name) == render(build(ledger), name)
