"""A workspace by hand: found it, add articles, run, look, log, rule, undo, report, verify."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from factcheck.cli.app import app

ENGLISH = """# Heron: a family of small models

Heron ranges from 3 billion to 30 billion parameters.

Heron was trained on 900 billion tokens.
"""
JAPANESE = """# ヘロン:小型モデルの系列

ヘロンは30億から30億のパラメータを持つ。
"""
WEEKLY = """# The week

## People who moved:

## Papers

Heron was trained on 900 billion tokens. Heron was trained on 900 billion tokens.
"""


def factcheck(*words: str, code: int = 0) -> Result:
    left = CliRunner().invoke(app, words, prog_name="factcheck")
    assert left.exit_code == code, left.output
    return left


def listed(*words: str) -> list[dict[str, object]]:
    records: list[dict[str, object]] = json.loads(factcheck(*words, "--format", "json").stdout)
    return records


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with three articles, read once for all tests of this file."""
    root = tmp_path_factory.mktemp("desk")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        factcheck("init", "--name", "Wetland desk")
        texts = {"heron.md": ENGLISH, "heron.ja.md": JAPANESE, "week.md": WEEKLY}
        for name, text in texts.items():
            (root / name).write_text(text, encoding="utf-8")
        factcheck("sources", "add", "heron.md", "week.md")
        factcheck("sources", "add", "heron.ja.md", "--slug", "heron-ja", "--translation-of",
                  "heron", "--publisher", "=1+1 Press")  # fmt: skip
        factcheck("run")
    return root


@pytest.fixture(autouse=True)
def stand(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the workspace as Ana."""
    monkeypatch.chdir(desk)
    monkeypatch.setenv("FACTCHECK_ACTOR", "Ana")
    monkeypatch.delenv("FACTCHECK_DATABASE", raising=False)


def magnitude() -> dict[str, object]:
    return next(c for c in listed("conflicts", "list") if c["code"] == "FC301")


def test_running_again_changes_nothing(desk: Path) -> None:
    factcheck("run")
    first = factcheck("run").stdout
    before = {p: p.read_bytes() for p in desk.rglob("*") if p.is_file() and p.suffix != ".lock"}
    assert factcheck("run").stdout == first
    assert first.startswith("Nothing new.")
    after = {p: p.read_bytes() for p in desk.rglob("*") if p.is_file() and p.suffix != ".lock"}
    assert {
        p for p in before if before[p] != after.get(p) and "factcheck.db" not in p.name
    } == set()


def test_sources_are_listed_with_what_was_stated() -> None:
    sources = {s["slug"]: s for s in listed("sources", "list")}
    assert set(sources) == {"heron", "heron-ja", "week"}
    assert sources["heron-ja"]["kind"] == "translation"
    assert sources["heron-ja"]["language"] == "ja"
    assert sources["heron-ja"]["relations"] == [["translation_of", "heron"]]
    shown = factcheck("sources", "show", "heron-j").stdout
    assert "translation of: heron" in shown
    assert "FC301" in shown


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("claims", "list", "--predicate", "parameter_cuont"), "nearest: parameter_count"),
        (("conflicts", "list", "--code", "FC77"), "no rule has this code"),
        (("verify", "--against", "abc"), "'abc' is no head of a log"),
    ],
)  # fmt: skip
def test_a_slip_is_no_empty_answer(words: tuple[str, ...], told: str) -> None:
    factcheck("run")
    assert told in factcheck(*words, code=2).stderr


def test_what_was_taken_back_is_not_in_force() -> None:
    factcheck("run")
    name = str(listed("claims", "list")[0]["key"])
    made = factcheck("claims", "dispute", name, "--because", "it is doubted").stdout
    assert "factcheck claims undo " in made
    assert factcheck("run").stdout.startswith("No new source; ledger and reports brought up")
    factcheck("claims", "undo", name, "--reason", "it is not")
    left = factcheck("claims", "undo", name[:10], "--reason", "it is not", code=4)
    assert "no decision on it is in force" in left.stderr


def test_a_moment_rewinds_decisions_alone_and_says_so() -> None:
    factcheck("run")
    left = factcheck("report", "--compare", "2999-01-05")
    assert "2999-01-05: decisions as of then; sources as they are now" in left.stderr


def test_a_file_is_no_folder_for_a_workspace() -> None:
    left = factcheck("init", "heron.md", code=2)
    assert left.stderr.startswith("factcheck: heron.md: this is no folder")


def test_the_same_bytes_twice_change_nothing() -> None:
    assert factcheck("sources", "add", "heron.md").stdout.startswith("heron: already there")
    assert len(listed("sources", "list")) == 3


def test_a_description_that_is_another_is_told() -> None:
    words = ("sources", "add", "heron.md", "--published", "2024-07-31")
    assert factcheck(*words).stdout.startswith("heron: changed (")
    assert factcheck(*words).stdout.startswith("heron: already there (")


@pytest.mark.parametrize("date", ["14/03/2026", "2026-02-30", "2026-13", "spring", "2026/"])
def test_what_is_no_date_is_refused(date: str) -> None:
    left = factcheck("sources", "add", "heron.md", "--published", date, code=2)
    assert f"{date!r} is no date" in left.stderr


@pytest.mark.parametrize("date", ["2026", "2026-03", "2026-03~", "2026-01/2026-03",
                                  "2026-03-14T08:00:00+00:00"])  # fmt: skip
def test_a_date_as_exact_as_it_is_known_is_taken(date: str) -> None:
    factcheck("sources", "add", "heron.md", "--published", date)
    shown = json.loads(factcheck("sources", "show", "heron", "--format", "json").stdout)
    assert shown["published"] == date


def test_a_relation_to_no_source_is_refused_with_the_nearest() -> None:
    left = factcheck("sources", "add", "week.md", "--translation-of", "heronn", code=2)
    assert "there is no source with this id (nearest: heron" in left.stderr


def test_a_web_address_is_refused() -> None:
    left = factcheck("sources", "add", "https://example.org/heron.html", code=7)
    assert left.stderr.startswith("factcheck: https://example.org/heron.html: ")
    assert left.stderr.count("\n") == 1


def test_a_bad_source_is_refused_and_the_others_go_on(desk: Path) -> None:
    left = factcheck("sources", "add", "lost.md", "heron.md", code=3)
    assert left.stdout.startswith("heron: already there")
    assert left.stderr == "factcheck: lost.md: no such file (check the path)\n"


@pytest.mark.parametrize("noun", ["sources", "claims", "conflicts"])
def test_every_listing_comes_in_every_format(noun: str) -> None:
    records = listed(noun, "list")
    lines = factcheck(noun, "list", "-f", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == records
    assert len(factcheck(noun, "list").stdout.splitlines()) == len(records) > 0
    rows = list(csv.reader(factcheck(noun, "list", "-f", "csv").stdout.splitlines()))
    assert len(rows) == len(records) + 1


def test_claims_are_filtered_and_shown() -> None:
    tokens = listed("claims", "list", "--predicate", "training_tokens", "--source", "heron")
    assert [c["quote"] for c in tokens if c["source"] != "heron"] == []
    assert len(tokens) == 1
    shown = factcheck("claims", "show", str(tokens[0]["key"])[:12]).stdout
    assert "900 billion" in shown
    assert f"key {tokens[0]['key']}" in shown


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["conflicts", "list", "--state", "opn"], "'opn' is unknown (one of open, deferred"),
        (["claims", "list", "--status", "wrong"], "'wrong' is unknown (one of logged"),
        (["claims", "list", "--source", "stork"], "there is no source with this id"),
        (["sources", "show", "stork"], "there is no source with this id"),
        (["conflicts", "show", "zz"], "there is no conflict with this id"),
    ],
)
def test_a_slip_is_no_empty_listing(words: list[str], said: str) -> None:
    left = factcheck(*words, code=2)
    assert said in left.stderr
    assert left.stderr.count("\n") == 1


def test_a_conflict_is_shown_ruled_on_and_taken_back() -> None:
    wanted = str(magnitude()["id"])[:10]
    assert "help: 30億 → 300億" in factcheck("conflicts", "show", wanted).stdout
    verdicts = ["wrong" if s["role"] == "translation" else "right" for s in magnitude()["sides"]]  # type: ignore[attr-defined]
    ruling = ("conflicts", "decide", wanted, *verdicts, "--code", "original", "-m")
    ruled = factcheck(*ruling, "the original says 30")
    assert "Ana  decide" in ruled.stdout
    assert magnitude()["state"] == "decided"
    again = factcheck(*ruling, "me too", code=4)
    assert "already decided by Ana" in again.stderr
    factcheck("conflicts", "undo", wanted, "-m", "too early")
    assert magnitude()["state"] == "open"
    assert "undo: too early" in factcheck("conflicts", "show", wanted).stdout


def test_a_dismissed_conflict_stays_dismissed_after_a_run() -> None:
    promise = next(c for c in listed("conflicts", "list") if str(c["code"]).startswith("FC5"))
    factcheck("conflicts", "dismiss", str(promise["id"]), "--as", "wont_fix", "-m", "a draft")
    factcheck("run")
    states = {c["id"]: c["state"] for c in listed("conflicts", "list")}
    assert states[promise["id"]] == "dismissed"
    assert promise["id"] not in {c["id"] for c in listed("conflicts", "list", "--state", "open")}
    # the linter honours it too, and leaves it alone when isolated
    assert str(promise["code"]) not in factcheck("check", "week.md", "--exit-zero").stdout
    isolated = factcheck("check", "week.md", "--isolated", "--exit-zero").stdout
    assert str(promise["code"]) in isolated
    factcheck("conflicts", "undo", str(promise["id"]), "-m", "put it back")


def test_one_request_under_one_key_is_done_once() -> None:
    promise = next(c for c in listed("conflicts", "list") if str(c["code"]).startswith("FC5"))
    words = ("conflicts", "dismiss", str(promise["id"]), "-m", "twice", "--idempotency-key", "k1")
    assert factcheck(*words).stdout == factcheck(*words).stdout
    factcheck("conflicts", "undo", str(promise["id"]), "-m", "put it back")


def log(words: str, *more: str, code: int = 0) -> Result:
    return factcheck(
        "claims", "log", "week", "--quote", words, "--subject", "Heron",
        "--predicate", "training_tokens", "--value", "900 billion", *more, code=code,
    )  # fmt: skip


def test_a_claim_is_logged_by_hand_where_its_words_stand() -> None:
    log("900 billion tokens", "--occurrence", "2", "--disputed", "-m", "no source is named")
    disputed = listed("claims", "list", "--status", "disputed")
    assert [(c["source"], c["quote"], c["extractor"]) for c in disputed] == [
        ("week", "900 billion tokens", "person:Ana")
    ]
    assert disputed[0]["start"] == WEEKLY.rindex("900 billion tokens")


def test_words_that_are_absent_or_ambiguous_are_refused_with_candidates() -> None:
    absent = log("800 billion tokens", code=3)
    assert "do not stand in week" in absent.stderr
    assert "900 billion tokens" in absent.stderr
    ambiguous = log("900 billion tokens", code=2)
    assert "stand 2 times in week" in ambiguous.stderr
    assert (absent.stderr.count("\n"), ambiguous.stderr.count("\n")) == (1, 1)


def test_a_claim_needs_a_subject() -> None:
    left = log("900 billion tokens", "--occurrence", "1", "--subject", " ", code=2)
    assert left.stderr.startswith("factcheck: --subject: it is empty")


def test_a_dispute_needs_a_reason_and_a_claim() -> None:
    claim = listed("claims", "list", "--source", "heron")[0]
    assert "a ruling needs a reason" in factcheck("claims", "dispute", str(claim["key"]),
                                                  code=2).stderr  # fmt: skip
    unknown = factcheck("claims", "dispute", "zzzz", "-m", "why", code=2).stderr
    assert unknown.startswith("factcheck: zzzz: there is no claim with this id")


def test_evidence_stands_on_the_page_of_the_claim_with_the_day_it_was_seen() -> None:
    [claim] = listed("claims", "list", "--predicate", "training_tokens", "--source", "heron")
    key = str(claim["key"])
    factcheck("claims", "dispute", key, "--because", "the paper says less", "--actor", "ada",
              "--evidence", "https://example.org/heron", "--evidence", "week:The week")  # fmt: skip
    page = factcheck("claims", "show", key).stdout.splitlines()
    assert any(line.startswith("disputed") for line in page)
    shown = [line.strip() for line in page if "evidence:" in line]
    assert [line.partition(" (seen 20")[0] for line in shown] == [
        "evidence: https://example.org/heron", "evidence: week: “The week”"]  # fmt: skip
    factcheck("conflicts", "undo", key, "--actor", "ada")


def test_nobody_named_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FACTCHECK_ACTOR")
    left = factcheck("conflicts", "dismiss", str(magnitude()["id"]), "-m", "why", code=2)
    assert left.stderr == (
        "factcheck: actor: nobody is named as acting (give --actor NAME, or set FACTCHECK_ACTOR)\n"
    )


def test_the_report_goes_to_the_screen_or_into_a_file(desk: Path) -> None:
    screen = factcheck("report").stdout
    assert screen.startswith("# Correction report: Wetland desk")
    factcheck("report", "--output", "mine.md")
    assert (desk / "mine.md").read_text(encoding="utf-8") == screen
    (desk / "mine.md").unlink()
    lost = factcheck("report", "-o", "no/such/folder.md", code=5)
    assert lost.stderr.startswith("factcheck: no/such/folder.md: its folder does not exist")
    assert not (desk / "no").exists()
    assert "no such report format" in factcheck("report", "-f", "docx", code=2).stderr


def test_verify_says_what_it_saw() -> None:
    said = json.loads(factcheck("verify", "--format", "json").stdout)
    assert said["ok"] is True
    assert factcheck("verify", "--against", said["head"]).stdout.endswith("everything fits\n")
    cut = factcheck("verify", "--against", "0" * 64, code=6)
    assert cut.stderr.startswith("factcheck: store: 1 problem found")
    assert cut.stderr.count("\n") == 1


def test_outside_a_workspace_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for words in (["run"], ["claims", "list"], ["verify"], ["report"], ["sources", "list"]):
        left = factcheck(*words, code=2)
        assert "this is not a factcheck workspace" in left.stderr
        assert left.stderr.count("\n") == 1


def test_a_workspace_is_founded_once(tmp_path: Path) -> None:
    factcheck("init", str(tmp_path / "new"))
    again = factcheck("init", str(tmp_path / "new"), code=2)
    assert "this is a workspace already" in again.stderr
