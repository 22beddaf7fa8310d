"""Claims from a table: all rows or none, every mistake with its line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import workflow
from factcheck.workflow import Act
from factcheck.workflow.tabular import RowProblem, TableRefused
from factcheck.workspace import Workspace
from tests.workflow.conftest import NOW

ADA = Act(actor="ada", now=NOW)
HEAD = "source,quote,subject,predicate,value,occurrence,qualifiers,dispute\n"
GOOD = 'monday,is free,Ossia,license,free,,,"the page says\notherwise"\n'
COUNT = "lyra-en,300 billion tokens,Lyra,training_tokens,300 billion tokens,,as_of=2025,\n"


@pytest.fixture
def run(desk: Workspace) -> Workspace:
    workflow.run(desk, now=NOW)
    return desk


def take(desk: Workspace, text: str | bytes) -> workflow.ImportedClaims:
    path = desk.root.parent / "claims.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return workflow.import_claims(desk, path, ADA)


def problems(desk: Workspace, text: str | bytes) -> list[tuple[int, str]]:
    decisions = workflow.load_ledger(desk).decisions
    with pytest.raises(TableRefused) as refused:
        take(desk, text)
    assert workflow.load_ledger(desk).decisions == decisions
    assert all(isinstance(p, RowProblem) and p.message for p in refused.value.problems)
    return [(p.line, p.column) for p in refused.value.problems]


def test_rows_become_claims_by_hand_and_disputes(run: Workspace) -> None:
    done = take(run, "\ufeff" + HEAD + GOOD + COUNT)
    assert (done.logged, done.known) == (2, 0)
    ledger = workflow.load_ledger(run)
    by_hand = [c for c in ledger.claims if c.extractor == "person:ada"]
    assert {c.quote.exact for c in by_hand} == {"is free", "300 billion tokens"}
    assert [ledger.statuses[c.key] for c in by_hand if c.predicate == "license"] == ["disputed"]
    again = take(run, HEAD + GOOD + COUNT)
    assert (again.logged, again.known) == (0, 2)


def test_two_rows_on_the_same_words_are_two_claims(run: Workspace) -> None:
    row = "monday,Ossia,Ossia,name,Ossia,{},,\n"
    done = take(run, HEAD + row.format(1) + row.format(2))
    assert done.logged == 2
    keys = [c.key for c in workflow.load_ledger(run).claims if c.predicate == "name"]
    assert len(set(keys)) == 2


def test_every_mistake_is_told_with_line_and_column(run: Workspace) -> None:
    rows = [
        GOOD,  # two lines long
        "tuesday,is free,Ossia,license,free,,,\n",
        "monday,is not there,Ossia,license,free,,,\n",
        "monday,Ossia has,Ossia,license,free,,,\n",
        "monday,is free,,license,free,,,\n",
        "lyra-en,300 billion tokens,Lyra,training_tokens,many,,,\n",
        "monday,is free,Ossia,license,free,x,,\n",
        "monday,is free,Ossia,license,free,,as_of,\n",
        "monday,Ossia has,Ossia,license,free,7,,\n",
    ]
    assert problems(run, HEAD + "".join(rows)) == [
        (4, "source"), (5, "quote"), (6, "quote"), (7, "subject"), (8, "value"),
        (9, "occurrence"), (10, "qualifiers"), (11, "occurrence"),
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), [
    ("", (1, "-")),
    ("source,quote\n", (1, "subject")),
    (HEAD.replace("dispute", "colour"), (1, "colour")),
    (HEAD.replace("dispute", "value"), (1, "value")),
    (HEAD + "a,b\n", (2, "-")),
    (HEAD + GOOD + 'monday,"is free\n', (4, "-")),
    (HEAD.encode() + b"monday,\xff\xfe,,,,,,\n", (2, "-")),
    (HEAD + "monday," + "x" * 6000 + ",Ossia,license,free,,,\n", (2, "quote")),
])  # fmt: skip
def test_what_is_no_table(run: Workspace, text: str | bytes, found: tuple[int, str]) -> None:
    if text:
        assert found in problems(run, text)
        return
    with pytest.raises(Exception, match="empty file"):
        take(run, text)


def test_the_table_by_the_command(
    run: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from factcheck.cli.app import run as factcheck

    monkeypatch.chdir(run.root)
    path = Path(run.root.parent / "claims.csv")
    path.write_text(HEAD + COUNT, encoding="utf-8")
    assert factcheck(["import", str(path), "--actor", "ada"]) == 0
    path.write_text(HEAD + COUNT.replace("300 b", "3 b", 1) + "a,b\n", encoding="utf-8")
    capsys.readouterr()
    assert factcheck(["import", str(path), "--actor", "ada"]) == 3
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith(f"{path}:3: -: 2 cells")
    assert said[-1].startswith(f"factcheck: {path}: 1 mistake")
