"""What a report says, as plain data: every format renders this and adds nothing of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from factcheck.corrections.diff import Edit
from factcheck.model import (
    Agreement,
    Claim,
    ClaimStatus,
    Conflict,
    ConflictKind,
    ConflictState,
    CorrectionState,
    Coverage,
    Decision,
    Language,
    Notice,
    Quote,
    Severity,
    Skipped,
    Source,
)
from factcheck.reports.on_demand import OnDemand

if TYPE_CHECKING:
    from factcheck.reports.article import ArticleView  # which holds a Change of this file


@dataclass(frozen=True, kw_only=True)
class Passage:
    """Exact words inside their sentence. `before` and `after` are the rest of the sentence, cut
    where it is long (`clipped_before`, `clipped_after`). `line` and `column` count from 1 and are
    None where the text's offsets are not those of the file."""

    source: str
    title: str
    language: Language
    start: int
    end: int
    before: str
    words: str
    after: str
    clipped_before: bool = False
    clipped_after: bool = False
    line: int | None = None
    column: int | None = None

    @property
    def place(self) -> str:
        """`slug:line:column`, or the slug alone where no line can be given."""
        return self.source if self.line is None else f"{self.source}:{self.line}:{self.column}"


@dataclass(frozen=True, kw_only=True)
class SideView:
    """One side of a conflict. `label` is its letter (A, B …), `role` what it is in a word or two,
    `reading` its normalised value in words, `verdict` what the latest ruling says of it. `mark`
    names its words in the article's own text, empty where that text is not at hand."""

    label: str
    role: str
    passage: Passage
    reading: str
    verdict: str = ""
    mark: str = ""


@dataclass(frozen=True, kw_only=True)
class Change:
    """A suggested wording: `segments` turn the words of `passage` into `replacement`, on whole
    numbers and words."""

    passage: Passage
    replacement: str
    segments: tuple[Edit, ...]


@dataclass(frozen=True, kw_only=True)
class Exhibit:
    """What a person points to: an address, a file or words of a source, as they are told; `url`
    where it is an address."""

    words: str
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Ruling:
    """One decision in the history of a conflict: who did what, when and why. `verdicts` go
    by side label; `detail` says what kind of dismissal or dispute it was; `taken_back` that an
    undo followed."""

    id: str
    at: str
    actor: str
    did: str
    reason: str
    detail: str = ""
    taken_back: bool = False
    evidence: tuple[Exhibit, ...] = ()
    verdicts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Witness:
    """Another claim on the same matter. `agrees_with` is the label of the side that states the
    same value, empty where it states another; `relation` how they agree."""

    passage: Passage
    subject: str
    predicate: str
    value: str
    agrees_with: str
    relation: str
    published: str
    rank: int


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One conflict at one place. `why` is the arithmetic or the evidence, a line each. `witnesses`
    are the first few of `witness_count`. `note` is its own sentence where it stands under another
    one's headline and says more than its words show."""

    anchor: str
    conflict: Conflict
    sides: tuple[SideView, ...]
    why: tuple[str, ...]
    change: Change | None
    history: tuple[Ruling, ...]
    witnesses: tuple[Witness, ...]
    witness_count: int
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Card:
    """What one cause has done: usually one finding, sometimes the same finding in many places.
    All findings of a card share code, severity and state."""

    anchor: str
    headline: str
    code: str
    kind: ConflictKind
    severity: Severity
    state: ConflictState
    findings: tuple[Finding, ...]

    @property
    def lead(self) -> Finding:
        return self.findings[0]

    @property
    def more(self) -> tuple[Finding, ...]:
        return self.findings[1:]


Anchored = tuple[Conflict, str]
"""A conflict and the anchor of its finding."""
Cards = OnDemand[Sequence[Anchored], Card]
"""The cards of a report, each made from the conflicts that it shows."""


@dataclass(frozen=True, kw_only=True)
class StaleView:
    """A ruling that no longer fits what is there, and why. `anchor` leads to its conflict, empty
    where that is gone; `words` are what the sides said then, folded."""

    ruling: Ruling
    why: str
    anchor: str
    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SpokenClaim:
    """A claim that a person logged, disputed or retracted, with everything said of it."""

    anchor: str
    claim: Claim
    passage: Passage
    value: str
    status: ClaimStatus | None
    history: tuple[Ruling, ...]


@dataclass(frozen=True, kw_only=True)
class SourceView:
    """One source that was read, and how much of it. `conflicts` counts those that stand and have
    a side in it. `notes` are the reader's and the extractors'. `retrieved_at` is when its bytes
    were taken, empty where nobody noted it; `snapshot` the identity of the text that was read."""

    anchor: str
    source: Source
    sha256: str
    reader: str
    characters: int
    coverage: Coverage
    claims: int
    notices: int
    conflicts: int
    notes: tuple[str, ...]
    snapshot: str = ""
    retrieved_at: str = ""


@dataclass(frozen=True, kw_only=True)
class NoticeView:
    """A correction that an article itself notes, in its sentence. `mark` names its words in the
    article's own text, empty where that text is not at hand."""

    anchor: str
    notice: Notice
    passage: Passage
    mark: str = ""


@dataclass(frozen=True, kw_only=True)
class ClaimView:
    """One claim with its place and its value in words. `status` is None where nobody ruled and
    nothing was computed."""

    claim: Claim
    value: str
    line: int | None
    column: int | None
    status: ClaimStatus | None


@dataclass(frozen=True, kw_only=True)
class SubjectClaims:
    """What one source says of one subject, in text order."""

    subject: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, kw_only=True)
class ClaimTable:
    """All claims of one source by subject, in the order in which the subjects first appear."""

    source: str
    title: str
    anchor: str
    count: int
    subjects: tuple[SubjectClaims, ...]


@dataclass(frozen=True, kw_only=True)
class Voice:
    """What one source says on a matter."""

    source: str
    title: str
    published: str
    rank: int
    language: Language
    value: str
    words: str
    line: int | None
    column: int | None


Accord = Literal["differ", "partly", "agree"]


@dataclass(frozen=True, kw_only=True)
class Matter:
    """One subject and predicate on which several sources speak. `accord` says whether they state
    the same (`agree`), share a value and state others besides (`partly`), or share none
    (`differ`)."""

    subject: str
    predicate: str
    accord: Accord
    voices: tuple[Voice, ...]


@dataclass(frozen=True, kw_only=True)
class Unchecked:
    """Mentions in one source that became no claim for one reason: counts by family (numbers,
    dates, identifiers, names), none zero. `set_aside` is False for what was left without one."""

    source: str
    title: str
    reason: str
    set_aside: bool
    counts: Mapping[str, int]


@dataclass(frozen=True, kw_only=True)
class CorrectionView:
    """A correction and how far it has come. `conflict` is the fingerprint behind it, empty for one
    that a person proposed. `first` and `last` are the times of the decisions on it, to the second,
    `by` who made the last; empty where nobody decided. `why` says what is wrong with it. `notice`
    is its own correction notice, empty unless readers are to be told of it."""

    anchor: str
    id: str
    state: CorrectionState
    target: Quote
    change: Change
    conflict: str
    code: str
    message: str
    severity: Severity
    first: str
    last: str
    by: str
    history: tuple[Ruling, ...]
    why: str
    notice: str
    mark: str = ""


@dataclass(frozen=True, kw_only=True)
class Publication:
    """What the publisher of one article needs: `notice` is the draft in the article's language,
    `patch` a unified diff of the accepted changes; `problem` says why there is none although some
    are accepted."""

    anchor: str
    source: str
    title: str
    language: Language
    url: str
    corrections: tuple[CorrectionView, ...]
    notice: str
    patch: str
    problem: str


@dataclass(frozen=True, kw_only=True)
class Period:
    """What people did in one day, month or year: rulings on conflicts (`ruled`), and corrections
    by what became of them (`accepted`, `applied`, `published`, `rejected`)."""

    label: str
    counts: Mapping[str, int]


@dataclass(frozen=True, kw_only=True)
class SourceAccord:
    """How many matters of one source others speak on too, by how far they agree."""

    source: str
    title: str
    counts: Mapping[Accord, int]


@dataclass(frozen=True, kw_only=True)
class Summary:
    """The first screen in figures. `standing` conflicts are neither decided nor dismissed;
    `by_kind` gives, for each kind that stands, its count by severity, gravest first. `ready` are
    standing conflicts with a suggestion. `found` and `claimed` add up all families of mentions.
    `settled_by_kind` counts what was decided or dismissed, `timeline` what people did, `accords`
    how far sources agree."""

    sources: int
    records: int
    claims: int
    notices: int
    conflicts: int
    standing: int
    ready: int
    found: int
    claimed: int
    set_aside: int
    by_state: Mapping[ConflictState, int]
    by_severity: Mapping[Severity, int]
    by_kind: Mapping[ConflictKind, Mapping[Severity, int]]
    settled_by_kind: Mapping[ConflictKind, int] = field(default_factory=dict)
    timeline: tuple[Period, ...] = ()
    accords: tuple[SourceAccord, ...] = ()
    sentences: tuple[str, ...] = ()

    @property
    def left(self) -> int:
        return self.found - self.claimed - self.set_aside


@dataclass(frozen=True, kw_only=True)
class Turn:
    """One thing that is otherwise than before. `before` and `after` say how it stood and stands in
    a few words, empty where it was not there; `place` is `slug:line:column`, empty where it has
    none; `code` and `severity` are those of a conflict."""

    id: str
    name: str
    before: str
    after: str
    place: str = ""
    code: str = ""
    severity: str = ""


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Two revisions compared. Of conflicts: `opened` are those that stand and did not (new, or
    taken up again), `closed` those that stood and do not (settled, or mended in the text),
    `flipped` those that are ruled otherwise than before, `moved` those that still stand in another
    state. Of claims, corrections and sources, those whose state is another. `sentences` say it in
    prose."""

    before: str
    after: str
    opened: tuple[Turn, ...]
    closed: tuple[Turn, ...]
    flipped: tuple[Turn, ...]
    moved: tuple[Turn, ...]
    claims: tuple[Turn, ...]
    corrections: tuple[Turn, ...]
    sources: tuple[Turn, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Contents:
    """One report. Cards come worst first: those that stand, then the decided, then the dismissed.
    The same ledger gives equal contents, whatever the order its records came in. `since` says what
    changed since an earlier revision, None where nobody asked; `scope` what the report is narrowed
    to, in words, empty for the whole workspace. `articles` are the texts themselves
    with what was found marked on their words."""

    workspace: str
    revision: str
    rules: tuple[str, ...]
    summary: Summary
    sources: tuple[SourceView, ...]
    cards: Cards
    stale: tuple[StaleView, ...]
    spoken: tuple[SpokenClaim, ...]
    notices: tuple[NoticeView, ...]
    matters: Sequence[Matter]
    claims: Sequence[ClaimTable]
    unchecked: tuple[Unchecked, ...]
    skipped: tuple[Skipped, ...]
    agreements: tuple[Agreement, ...]
    decisions: tuple[Decision, ...]
    publications: tuple[Publication, ...] = ()
    since: Comparison | None = None
    scope: str = ""
    articles: OnDemand[str, ArticleView]
