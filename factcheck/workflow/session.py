"""A store kept open for several acts: every act is checked against what stands at that moment,
inside the transaction that records it, and only what others changed meanwhile is read again."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import TYPE_CHECKING, Self

from factcheck.corrections import Signed
from factcheck.corrections.ledger import Ledger
from factcheck.corrections.transitions import already
from factcheck.errors import StaleError, UsageError
from factcheck.model import Decision, Json
from factcheck.workflow import texts
from factcheck.workflow.catalogues import load_catalogues
from factcheck.workflow.clock import stamp
from factcheck.workflow.documents import read_archive
from factcheck.workflow.state import Stored, View, fetch, make_view
from factcheck.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.store import Reader, Store, Writer

SHORT = 10


@dataclass(frozen=True, kw_only=True)
class Act:
    """Who acts, why, when (default: now) and in which store (default: the workspace's). `code` is
    the reason in one word, as `corrections.reasons` lists them. `actor` falls back on
    FACTCHECK_ACTOR and factcheck.toml. `idem` is a key of the request: the same request under the
    same key is done once, and another one under it is refused."""

    actor: str | None = None
    reason: str = ""
    code: str = ""
    now: datetime | None = None
    database: str | None = None
    idem: str = ""


@dataclass(frozen=True, kw_only=True)
class Request:
    """What is asked for: kind and target of the decision, what its body must say, how it is made
    from what stands, and the versions (by id) that the person saw, where they are known."""

    kind: str
    target: str
    make: Callable[[View, Signed], Sequence[Decision]]
    body: Json = field(default_factory=dict)
    seen: Mapping[str, str] = field(default_factory=dict)

    def made(self, decision: Decision, signed: Signed) -> bool:
        """Whether a decision is what this request made."""
        about = [decision.object, *(str(decision.body.get(n, "")) for n in ("object", "conflict"))]
        return (
            (decision.kind, decision.actor, decision.reason)
            == (self.kind, signed.actor, signed.reason)
            and any(name.startswith(self.target) for name in about)
            and signed.code in ("", decision.body.get("code", signed.code))
            and all(decision.body.get(name) == value for name, value in self.body.items())
        )


class Session:
    """An open workspace in which one person after the other, or one many times, acts. Use it as a
    context manager; leaving it writes the decisions as text. Raises UsageError when there is no
    store yet, StaleError when the sources changed since the last run."""

    def __init__(self, workspace: Workspace, database: str | None = None) -> None:
        self.workspace = workspace
        self._database = database
        self._stored: Stored | None = None
        self._view: View | None = None
        self._seq = -1
        self._acted = False
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        from factcheck.store import open_store

        url = self.workspace.database(self._database)
        self.store: Store = self._stack.enter_context(open_store(url, create=False))
        with self.store.read() as reader:
            self._read_workspace(reader)
        return self

    def _read_workspace(self, reader: Reader) -> None:
        self._catalogues = load_catalogues(self.workspace)
        self._archived = read_archive(self.workspace, reader.current(), self._catalogues.made_with)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        try:
            if self._acted:
                texts.export_decisions(self.workspace, self.store)
        finally:
            self._stack.close()

    def ledger(self) -> Ledger:
        """The ledger as it stands now."""
        with self.store.read() as reader:
            return self._look(reader).ledger

    def perform(self, act: Act, request: Request) -> tuple[Decision, ...]:
        """Record what is asked for. Returns the decisions made, or the one that the same request
        made before under its key. Raises what the rules of the act raise; nothing is kept then."""
        from factcheck.store import Acting

        signed = Signed(actor=self.workspace.actor(act.actor), at=stamp(act.now),
                        reason=act.reason.strip(), code=act.code)  # fmt: skip
        with self.store.write(Acting(at=signed.at)) as writer:
            before = writer.decision_of(act.idem) if act.idem else None
            if before is not None:
                self._acted = True  # whoever repeats it may have been stopped before the text
                if request.made(before, signed):
                    return (before,)
                raise UsageError(act.idem, "this key was used for another request",
                                 "give every request its own key")  # fmt: skip
            view = self._look(writer)
            check_seen(view, request.seen)
            if act.now is None:
                signed = replace(signed, at=_after(view, stamp()))
            decisions = tuple(request.make(view, signed))
            _put(writer, decisions, act.idem)
        self._acted = True
        return decisions

    def _look(self, reader: Reader) -> View:
        """What stands, with only the decisions read again where nothing else has changed."""
        seq = reader.head().seq
        if self._view is not None and seq == self._seq:
            return self._view
        self._stored = self._with_news(reader) or self._afresh(reader)
        self._view = make_view(self.workspace, self._stored, self._archived, self._catalogues)
        self._seq = seq
        return self._view

    def _with_news(self, reader: Reader) -> Stored | None:
        if self._stored is None:
            return None
        made = []
        for event in reader.events(after=self._seq):
            if event.entry.kind != "decision_made":
                return None
            made.append(Decision.from_dict(json.loads(event.entry.body)["decision"]))
        return replace(self._stored, decisions=(*self._stored.decisions, *made))

    def _afresh(self, reader: Reader) -> Stored:
        if self._stored is not None:  # somebody ran the workspace meanwhile
            self._read_workspace(reader)
        return fetch(reader)


def check_seen(view: View, seen: Mapping[str, str]) -> None:
    """Raises StaleError when one of the things named is not as it was seen, told who changed it."""
    ledger = view.ledger
    for beginning, version in seen.items():
        name = next((n for n in ledger.versions if n.startswith(beginning)), beginning)
        if ledger.versions.get(name, "").startswith(version):
            continue
        made = [d for d in ledger.history.get(name, ()) if d.kind not in ("comment", "assign")]
        if not made:
            raise StaleError(name[:SHORT], "it is not as you saw it", "look at it again")
        if made[-1].kind == "undo":
            last = made[-1]
            raise StaleError(name[:SHORT], f"{last.actor} took a ruling back at {last.at}",
                             "look at it again")  # fmt: skip
        raise already(name[:SHORT], made[-1])


def _after(view: View, at: str) -> str:
    """The moment, or just after the last decision where a clock goes behind: the order of time is
    the order of the log."""
    last = max((decision.at for decision in view.ledger.decisions), default="")
    if at > last:
        return at
    moment = datetime.strptime(last, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
    return stamp(moment + timedelta(microseconds=1))


def _put(writer: Writer, decisions: Sequence[Decision], idem: str) -> None:
    for number, decision in enumerate(decisions):
        writer.put_decision(decision, idem="" if number else idem)
