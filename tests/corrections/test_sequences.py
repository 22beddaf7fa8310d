"""Any sequence of acts by several people: the state is the replay of the decisions, in whatever
order they are read; only legal steps are taken; undo restores what was before."""

from __future__ import annotations

import random
from collections.abc import Callable

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from factcheck.corrections import fixing
from factcheck.corrections.active import active_decisions
from factcheck.corrections.transitions import FIX_STEPS, walk
from factcheck.errors import StaleError, UsageError
from factcheck.model import Decision
from tests.corrections.sample import FIXES, Desk, by

WORDS = st.sampled_from(sorted(FIXES))
PEOPLE = st.sampled_from(["Ana", "Bo", "Cy"])
Picture = tuple[object, ...]


def picture(desk: Desk) -> Picture:
    """Everything that follows from the decisions."""
    judged = desk.judged
    return (
        [(c.id, c.state) for c in judged.conflicts],
        [(c.id, c.state, c.replacement) for c in desk.cases],
        dict(judged.assignees), {n: d.body["until"] for n, d in judged.deferred.items()},
    )  # fmt: skip


class Reviewing(RuleBasedStateMachine):
    """Three people at one desk."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk()
        self.clock = 0
        self.before: dict[str, Picture] = {}

    def attempt(self, words: str, act: Callable[[], Decision]) -> None:
        """Act, and check that a refusal changes nothing and names who was first."""
        self.clock += 1
        was, count = picture(self.desk), len(self.desk.decisions)
        ruled = self.desk.judged.rulings.get(self.desk.conflict(words).fingerprint)
        try:
            made = act()
        except StaleError as error:
            assert picture(self.desk) == was
            assert len(self.desk.decisions) == count
            last = self.desk.decisions
            assert any(d.actor in str(error) for d in last)
            return
        except UsageError:
            assert picture(self.desk) == was
            return
        assert ruled is None or made.kind in ("accept", "edit", "apply", "publish", "assign")
        self.before[made.id] = was

    @rule(words=WORDS, who=PEOPLE)
    def accept(self, words: str, who: str) -> None:
        self.attempt(words, lambda: self.desk.accept(words, by(who, self.clock)))

    @rule(words=WORDS, who=PEOPLE, new=st.sampled_from(["much", "little"]))
    def edit(self, words: str, who: str, new: str) -> None:
        self.attempt(words, lambda: self.desk.edit(words, new, by(who, self.clock)))

    @rule(words=WORDS, who=PEOPLE, code=st.sampled_from(["words_right", "wrong_fix"]))
    def reject(self, words: str, who: str, code: str) -> None:
        self.attempt(words, lambda: self.desk.reject(words, code, by(who, self.clock)))

    @rule(words=WORDS, who=PEOPLE)
    def dismiss(self, words: str, who: str) -> None:
        self.attempt(words, lambda: self.desk.dismiss(words, "wont_fix", by(who, self.clock)))

    @rule(words=WORDS, who=PEOPLE, verdict=st.sampled_from(["right", "wrong"]))
    def decide(self, words: str, who: str, verdict: str) -> None:
        self.attempt(words, lambda: self.desk.decide(words, verdict, by(who, self.clock)))

    @rule(words=WORDS, who=PEOPLE, until=st.sampled_from(["", "2026-02-01", "2026-03-01"]))
    def defer(self, words: str, who: str, until: str) -> None:
        self.attempt(words, lambda: self.desk.defer(words, until, by(who, self.clock)))

    @rule(words=WORDS, who=PEOPLE, to=st.sampled_from(["", "Ana", "Bo"]))
    def assign(self, words: str, who: str, to: str) -> None:
        self.attempt(words, lambda: self.desk.assign(words, to, by(who, self.clock)))

    @rule(words=WORDS, who=PEOPLE, kind=st.sampled_from(["apply", "publish"]))
    def move_on(self, words: str, who: str, kind: str) -> None:
        case = next((c for c in self.desk.cases if c.target.exact == words), None)
        if case is not None:
            step = {"apply": fixing.apply, "publish": fixing.publish}[kind]
            self.attempt(words, lambda: self.desk.add(step(case, by(who, self.clock), {})))

    @rule(who=PEOPLE)
    def undo_the_last(self, who: str) -> None:
        """What stands after it is exactly what stood before the act."""
        standing = active_decisions(self.desk.decisions)
        if standing:
            self.clock += 1
            last = standing[-1]
            self.desk.undo(last, by(who, self.clock))
            if last.id in self.before:
                assert picture(self.desk) == self.before[last.id]

    @rule(who=PEOPLE, pick=st.integers(0, 100))
    def undo_any(self, who: str, pick: int) -> None:
        """An older one too, unless a later step rests on it."""
        standing = active_decisions(self.desk.decisions)
        if standing:
            self.clock += 1
            chosen = standing[pick % len(standing)]
            try:
                self.desk.undo(chosen, by(who, self.clock))
            except UsageError as error:
                assert "went on from it" in str(error)
                return
            self.before.clear()  # what stood before the later acts is another picture now
            without = tuple(d for d in self.desk.decisions[:-1] if d.id != chosen.id)
            assert picture(self.desk) == picture(Desk(decisions=without))

    @invariant()
    def state_is_the_replay_in_any_order(self) -> None:
        shuffled = list(self.desk.decisions)
        random.Random(len(shuffled)).shuffle(shuffled)
        assert picture(Desk(decisions=tuple(shuffled))) == picture(self.desk)

    @invariant()
    def only_legal_steps_were_taken(self) -> None:
        for case in self.desk.cases:
            if not case.why:
                steps = [d.kind for d in case.decisions]
                overruled = steps in (["decide"], ["dismiss"])
                assert ("rejected" if overruled else walk("proposed", steps)) == case.state
                assert case.state in FIX_STEPS


Reviewing.TestCase.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
TestReviewing = Reviewing.TestCase
