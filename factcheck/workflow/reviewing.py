"""A review: the queue, and the acts on the item in hand. Each act is stored before the next item
is there, so that stopping loses nothing. The terminal and the web page both stand on this."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from factcheck.corrections.active import active_decisions
from factcheck.corrections.ledger import Ledger
from factcheck.corrections.queue import Filters, Item, Queue
from factcheck.errors import UsageError
from factcheck.model import Decision, digest
from factcheck.workflow import requests
from factcheck.workflow.clock import stamp
from factcheck.workflow.requests import Scope
from factcheck.workflow.session import Act, Request, Session

TAKEN_BACK = ("decide", "dismiss", "defer", "accept", "edit", "reject")
"""Kinds of decision that undo takes back, the reviewer's last one first."""


class Review:
    """One reviewer at the queue. `act` says who, and, in tests, when. Acts raise what the rules
    raise; the queue is brought up to date either way, so that it shows what others did."""

    def __init__(self, session: Session, filters: Filters, act: Act) -> None:
        self._session = session
        self._act = act
        self.actor = session.workspace.actor(act.actor)
        self.today = stamp(act.now)[:10]
        self._token = stamp()
        self._acts = 0
        self.queue = Queue(filters, self.today)
        self.ledger = self._session.ledger()
        self.queue.refresh(self.ledger)

    @property
    def drafts(self) -> Path:
        """The folder in which what was typed and not sent may be kept."""
        return self._session.workspace.root

    @property
    def done(self) -> int:
        """How many acts of this review are in force."""
        return self._acts

    @property
    def current(self) -> Item | None:
        """The item in hand."""
        return self.queue.current

    def accept(self, reason: str = "") -> tuple[Decision, ...]:
        """Take the suggestion. Raises UsageError where there is none."""
        fixes = self._item("accept").fixes
        return self._perform(reason, lambda scope: requests.accept(_ids(fixes), scope))

    def edit(self, words: str, reason: str = "") -> tuple[Decision, ...]:
        """Put other words in their place."""
        item = self._item("edit")
        if item.fixes:
            ids = _ids(item.fixes)
            return self._perform(reason, lambda scope: requests.edit(ids, words, scope))
        return self._perform(reason, lambda scope: requests.reword(item.id, words, scope))

    def reject(self, code: str, reason: str = "") -> tuple[Decision, ...]:
        """Leave the words as they are, for a code of `reasons.REJECTIONS`."""
        fixes = self._item("reject").fixes
        return self._perform(reason, lambda scope: requests.reject(_ids(fixes), scope), code)

    def dismiss(self, as_: str, reason: str) -> tuple[Decision, ...]:
        """Set aside, as `false_positive` or `wont_fix`."""
        ids = self._item("dismiss").ids
        return self._perform(reason, lambda scope: requests.dismiss(ids, as_, scope))

    def defer(self, until: str, reason: str = "") -> tuple[Decision, ...]:
        """Put off until a day, or for good."""
        ids = self._item("dismiss").ids
        return self._perform(reason, lambda scope: requests.defer(ids, until, scope))

    def decide(self, verdicts: Sequence[str], code: str, reason: str) -> tuple[Decision, ...]:
        """A verdict per side, for a code of `reasons.GROUNDS`."""
        ids = self._item("decide").ids
        return self._perform(reason, lambda scope: requests.decide(ids, verdicts, scope), code)

    def undo(self) -> tuple[Decision, ...]:
        """Take back the reviewer's last ruling, whenever it was made, and go to its item. Raises
        UsageError when there is none."""
        last = self.last
        if last is None:
            raise UsageError(
                "undo", f"{self.actor} has no ruling in force", "nothing is left to do"
            )
        act = replace(self._act, actor=self.actor)
        try:
            made = self._session.perform(act, requests.undo(last.id, whole=True))
            self._acts = max(0, self._acts - 1)
            return made
        finally:
            self.refresh(show=str(last.body.get("conflict") or last.object))

    @property
    def last(self) -> Decision | None:
        """The reviewer's last ruling in force."""
        made = [d for d in active_decisions(self.ledger.decisions)
                if d.actor == self.actor and d.kind in TAKEN_BACK]  # fmt: skip
        return made[-1] if made else None

    def skip(self) -> None:
        """Put the item behind the others."""
        self.queue.skip()

    def refresh(self, show: str = "") -> Ledger:
        """Take in what others did."""
        self.ledger = self._session.ledger()
        self.queue.refresh(self.ledger, show)
        return self.ledger

    def _item(self, action: str) -> Item:
        item = self.queue.current
        if item is None:
            raise UsageError(action, "nothing waits for a ruling", "all is done")
        if action not in item.actions:
            raise UsageError(action, "this is not possible here", WHY_NOT.get(action, ""))
        return item

    def _perform(
        self, reason: str, make: Callable[[Scope], Request], code: str = ""
    ) -> tuple[Decision, ...]:
        item = self.queue.current
        assert item is not None
        key = digest("review", self._token, self.actor, self._acts, item.id)
        act = replace(self._act, actor=self.actor, reason=reason, code=code, idem=key)
        try:
            made = self._session.perform(act, make(Scope(seen=item.versions)))
            self._acts += 1
            return made
        finally:
            self.refresh()


WHY_NOT = {
    "accept": "nothing is suggested: edit the words, give a verdict, or dismiss it",
    "reject": "nothing is suggested: dismiss it, or give a verdict",
    "edit": "several places without a fix: dismiss them, or give a verdict",
    "dismiss": "only the correction waits: accept, edit or reject it",
    "decide": "only the correction waits: accept, edit or reject it",
}


def _ids(fixes: Sequence[object]) -> list[str]:
    return [str(getattr(fix, "id", "")) for fix in fixes]
