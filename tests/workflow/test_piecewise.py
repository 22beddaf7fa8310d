"""What `run` finds piece by piece is what one reconcile of everything finds, whatever was there
before and however it changed."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from factcheck import workflow
from factcheck.claims import Extraction, extract
from factcheck.model import Source
from factcheck.reconcile import reconcile
from factcheck.store import open_store
from factcheck.workflow import Act
from factcheck.workflow.catalogues import load_catalogues
from factcheck.workflow.documents import originals, read_archive
from factcheck.workflow.refreshing import earlier_versions
from factcheck.workflow.state import logged_claims, with_logged
from factcheck.workspace import Workspace
from tests.workflow.conftest import NOW, write

TEXTS = (
    "# Notes\n\n## Ossia-2\n\nOssia-2 has 70 billion parameters.\n\nOssia-2 has 7 billion "
    "parameters and is free. The list of its authors:\n",
    "# Weekly\n\n## Ossia-2\n\nOssia-2 has 13 billion parameters ( and was released in 2021.\n",
    "# Weekly\n\n## Ossia-2\n\nOssia-2 has 13 billion parameters and was released in 2020.\n",
    "# Lyra-1\n\nLyra-1 has 12 billion parameters, as Table 9 shows.\n",
    "# Lyra-1\n\nLyra-1は12億のパラメータを持つ。\n",
    "The port of Beihu handled 7.2 million containers in 2021.\n",
    "北湖港2021年处理集装箱270万个。\n",
    "# Hush\n\n<!-- factcheck: ignore-file FC2 -->\n\nLyra-1 has 14 billion parameters.\n",
)
PAPERS = ("@article{ossia, title={Ossia-2: a Model of Models and of More}, year={2020}, "
          "author={Ana Ito and Bo Lim}}\n")  # fmt: skip
LINKS = ('[system."Ossia-2"]\naliases = ["Lyra-1"]\n', "")
slugs = st.sampled_from(["daily", "weekly", "monthly", "yearly"])
steps_of_anybody = st.one_of(
    st.tuples(st.just("text"), slugs, st.sampled_from(TEXTS)),
    st.tuples(st.just("translate"), slugs, slugs),
    st.tuples(st.just("remove"), slugs, st.none()),
    st.tuples(st.just("link"), st.sampled_from(LINKS), st.none()),
    st.tuples(st.just("ignore"), st.sampled_from(["", "FC2", "FC5"]), st.none()),
    st.tuples(st.just("log"), slugs, st.sampled_from(["11", "12", "70"])),
    st.tuples(st.just("dismiss"), st.none(), st.none()),
    st.tuples(st.just("undo"), st.none(), st.none()),
    st.tuples(st.just("program"), st.sampled_from("ab"), st.none()),
    st.tuples(st.just("run"), st.none(), st.none()),
)
Step = tuple[str, str, str]


def all_at_once(workspace: Workspace) -> object:
    """Everything read and reconciled in memory, as `check` does it."""
    archived, catalogues = read_archive(workspace), load_catalogues(workspace)
    with open_store(workspace.database(), create=False) as store, store.read() as reader:
        decisions = reader.decisions()
    extractions: list[Extraction] = []
    for slug, document in archived.documents.items():
        found = extract(document, catalogues.predicates, catalogues.entities)
        logged, _ = logged_claims(decisions, archived.documents, found.claims)
        own = [claim for claim in logged if claim.source == slug]
        extractions.append(replace(found, claims=with_logged(found.claims, own)))
    whole = reconcile(
        extractions, originals=originals(archived.sources.values()), ignore=catalogues.ignored,
        catalogue=catalogues.predicates, entities=catalogues.entities, terms=catalogues.terms,
        earlier=earlier_versions(workspace, archived, catalogues),
    )  # fmt: skip
    return sorted(whole.conflicts, key=lambda c: c.fingerprint), whole.agreements


def stands(workspace: Workspace) -> object:
    with open_store(workspace.database(), create=False) as store, store.read() as reader:
        agreements = sorted(reader.agreements(), key=lambda a: (a.claims, a.relation))
        return sorted(reader.conflicts(), key=lambda c: c.fingerprint), tuple(agreements)


def apply(desk: Workspace, patch: pytest.MonkeyPatch, step: Step) -> Workspace:
    """One thing that somebody does to a workspace. What cannot be done is left."""
    kind, one, other = step
    described = desk.sources / (one or "-") / "source.toml"
    if kind == "text":
        write(desk, one, other)
    elif kind == "translate" and described.exists() and one != other:
        text = next(p for p in described.parent.iterdir() if p.suffix != ".toml").read_text()
        write(desk, one, text, Source(slug=one, kind="translation",
                                      relations=(("translation_of", other),)))  # fmt: skip
    elif kind == "remove":
        shutil.rmtree(described.parent, ignore_errors=True)
    elif kind == "link":
        desk.entities.write_text(one, encoding="utf-8")
    elif kind == "ignore":
        return replace(desk, config={"name": "desk", "ignore": [one] if one else []})
    elif kind == "program":
        for module in ("program", "catalogues", "piecewise"):
            patch.setattr(f"factcheck.workflow.{module}.program", lambda: one)
    elif kind == "run":
        workflow.run(desk, now=NOW)
    elif kind in ("log", "dismiss", "undo"):
        act_on(desk, kind, one, other)
    return desk


def act_on(desk: Workspace, kind: str, slug: str, words: str) -> None:
    """A ruling, an undone one, or a claim logged by hand, after a run that makes them possible."""
    ledger = workflow.run(desk, now=NOW).ledger
    act = Act(actor="Ana", reason="known")
    waiting = [c for c in ledger.conflicts if c.state == "open"]
    if kind == "dismiss" and waiting:
        workflow.dismiss(desk, waiting[0].id, "wont_fix", act)
    elif kind == "undo":
        undone = {d.object for d in ledger.decisions if d.kind == "undo"}
        made = [d for d in ledger.decisions if d.kind in ("log", "dismiss") and d.id not in undone]
        if made:
            workflow.undo(desk, made[-1].id, act)
    elif kind == "log" and slug in ledger.documents and words in ledger.documents[slug].text:
        workflow.log_claim(desk, workflow.LoggedClaim(
            source=slug, subject="Ossia-2", predicate="parameter_count", quote=words,
            value=f"{words} billion", occurrence=1,
        ), act)  # fmt: skip


@settings(max_examples=8, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.lists(steps_of_anybody, min_size=3, max_size=10))
def test_after_any_changes_a_run_finds_what_one_reconcile_of_everything_finds(
    steps: list[Step],
) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        desk = workflow.init(Path(folder, "desk"), "desk")
        (Path(folder) / "papers.bib").write_text(PAPERS)
        workflow.add_source(desk, Path(folder) / "papers.bib", "papers", now=NOW)
        for number, text in enumerate((*TEXTS[:3], TEXTS[5])):
            write(desk, f"first-{number}", text)
        for step in steps:
            desk = apply(desk, patch, step)
        workflow.run(desk, now=NOW)
        lived = stands(desk)
        assert lived == all_at_once(desk)
        assert workflow.verify(desk).ok
        again = workflow.run(desk, now=NOW)
        assert not again.changed
        clean = f"sqlite:///{folder}/clean.db"
        assert workflow.run(desk, clean, now=NOW).ledger == again.ledger
