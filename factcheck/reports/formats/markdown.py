"""Markdown: a report that reads well on a repository page and in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model import Tally
from factcheck.reports.contents import (
    Card,
    Change,
    Contents,
    Finding,
    Matter,
    NoticeView,
    Passage,
    Ruling,
    SideView,
    SourceView,
    SpokenClaim,
    StaleView,
    Witness,
)
from factcheck.reports.formats.changes import markdown_changes
from factcheck.reports.formats.marking import escaped, inline, marked, opened
from factcheck.reports.formats.sections import cards_in
from factcheck.reports.summary import tallies
from factcheck.reports.wording import (
    ACCORDS,
    KINDS,
    LANGUAGES,
    NOTICE_KINDS,
    SEVERITIES,
    SEVERITY_MEANINGS,
    SOURCE_KINDS,
    STANCES,
    STANDING,
    STATES,
    STATUSES,
    capital,
    counted,
    left_out,
    moment,
    sentence,
    spelt_out,
)

CLAIM_LIMIT = 60
"""Claims listed for one source; the rest is counted and stands in the JSON report."""
MATTER_LIMIT = 60
PLACE_LIMIT = 40

Lines = Iterator[str]


def render_markdown(contents: Contents) -> str:
    """The report as GitHub-flavoured Markdown with a final newline."""
    return "".join(stream_markdown(contents))


def stream_markdown(contents: Contents) -> Iterator[str]:
    """The same, a line at a time."""
    parts = (
        _opening(contents), _since(contents), _read(contents),
        _cards(contents, "Conflicts that stand", STANDING),
        _stale(contents.stale), _spoken(contents.spoken),
        _cards(contents, "Decided", {"decided"}), _cards(contents, "Dismissed", {"dismissed"}),
        _notices(contents.notices), _matters(contents), _claims(contents),
        _unchecked(contents), _closing(contents),
    )  # fmt: skip
    return (f"{line}\n" for part in parts for line in part)


def _opening(contents: Contents) -> Lines:
    yield f"# Correction report: {inline(contents.workspace)}"
    yield ""
    for line in contents.summary.sentences:
        yield line
        yield ""
    kinds = contents.summary.by_kind
    if kinds:
        yield from _table(
            ("Conflicts that stand", *SEVERITIES.values(), "All"),
            (
                (
                    KINDS[kind],
                    *(str(counts.get(severity, "–")) for severity in SEVERITIES),
                    str(sum(counts.values())),
                )
                for kind, counts in kinds.items()
            ),
        )


def _since(contents: Contents) -> Lines:
    if contents.since is None:
        return
    yield f"## What changed since revision {inline(contents.since.before)}"
    yield ""
    yield from markdown_changes(contents.since)


def _read(contents: Contents) -> Lines:
    yield "## What was read"
    yield ""
    yield from _table(
        ("Source", "What it is", "Claims", "Numbers", "Dates", "Identifiers", "Names", "Conflicts"),
        (_source_row(view) for view in contents.sources),
    )
    yield "“3/4” means that three of four that were found became part of a claim."
    yield ""


def _source_row(view: SourceView) -> tuple[str, ...]:
    source = view.source
    title = inline(source.title or source.slug)
    language = LANGUAGES[source.language] if source.language != "und" else ""
    about = ", ".join(
        part
        for part in (SOURCE_KINDS[source.kind], language,
                     inline(source.published), inline(source.publisher))
        if part
    )  # fmt: skip
    spelt = [f"{t.claimed}/{t.found}" if t.found else "–" for _, t in _families(view)]
    name = f"{title} ({inline(source.slug)})" if source.title else title
    return (name, about, str(view.claims), *spelt, str(view.conflicts or "–"))


def _families(view: SourceView) -> tuple[tuple[str, Tally], ...]:
    return tallies(view.coverage)


def _cards(contents: Contents, title: str, states: Iterable[str]) -> Lines:
    wanted = frozenset(states)
    cards = cards_in(contents, *wanted)
    if not cards and wanted != STANDING:
        return
    yield f"## {title}"
    yield ""
    if not cards:
        yield "Nothing waits for a decision."
        yield ""
    elif wanted == STANDING:
        yield from _legend()
    for card in cards:
        yield from _card(card)


def _legend() -> Lines:
    meanings = "; ".join(f"**{name}** {SEVERITY_MEANINGS[s]}" for s, name in SEVERITIES.items())
    yield f"Gravest first. {meanings}."
    yield ""
    yield "Places are source:line:column. “factcheck explain FC101” says what rule FC101 means."
    yield ""


def _card(card: Card) -> Lines:
    lead = card.lead
    yield f"### {inline(card.headline)}"
    yield ""
    facts = [f"**{SEVERITIES[card.severity]}**", inline(card.code), KINDS[card.kind],
             STATES[card.state]]  # fmt: skip
    if card.more:
        facts.append(f"{len(card.findings)} places")
    facts.append(f"`#{lead.conflict.fingerprint[:8]}`")
    facts.append(f"confidence {lead.conflict.confidence_percent} %")
    yield " · ".join(facts)
    yield ""
    for side in lead.sides:
        yield from _side(side, alone=len(lead.sides) == 1)
    yield from _why(lead)
    if lead.change:
        yield from _change(lead.change)
    yield from _witnesses(lead)
    yield from _places(card)
    yield from _history(lead)


def _history(finding: Finding) -> Lines:
    if not finding.history:
        return
    # a line of its own: without it these join the list of reasons above them
    yield "What people decided:"
    yield ""
    for ruling in reversed(finding.history):
        yield f"- {_ruling(ruling)}"
    yield ""


def _side(side: SideView, *, alone: bool) -> Lines:
    label = [] if alone else [f"**{side.label}**"]
    label += [inline(spelt_out(side.role))] if side.role else []
    label += [_place(side.passage), LANGUAGES[side.passage.language]]
    label += [f"ruled {inline(side.verdict)}"] if side.verdict else []
    yield " · ".join(label)
    yield ""
    yield f"> {_sentence(side.passage)}"
    yield ""
    if side.reading and side.reading != side.passage.words:
        yield f"Meaning: {inline(side.reading)}"
        yield ""


def _why(finding: Finding) -> Lines:
    yield "Why:"
    yield ""
    for line in finding.why or (STANCES[finding.conflict.kind],):
        yield f"- {inline(line)}"
    yield ""


def _change(change: Change) -> Lines:
    steps = []
    for step in change.segments:
        if step.op == "equal":
            steps.append(escaped(step.old))
            continue
        gone = marked(step.old, "~~", "del") if step.old else ""
        come = marked(step.new, "**", "ins") if step.new else ""
        steps.append(" ".join(part for part in (gone, come) if part))
    yield "The change:"
    yield ""
    yield f"> {_around(change.passage, ''.join(steps))}"
    yield ""


def _witnesses(finding: Finding) -> Lines:
    if not finding.witnesses:
        return
    yield "Other claims on the matter:"
    yield ""
    for witness in finding.witnesses:
        yield f"- {_witness(witness)}"
    rest = finding.witness_count - len(finding.witnesses)
    if rest:
        yield f"- and {counted(rest, 'more claim')}"
    yield ""


def _witness(witness: Witness) -> str:
    facts = [_place(witness.passage)]
    facts += [inline(witness.published)] if witness.published else []
    facts += [f"{witness.relation} as {witness.agrees_with}"] if witness.agrees_with else []
    words = f"{inline(witness.passage.words)}; " if witness.passage.words != witness.value else ""
    return f"{inline(witness.value)} ({words}{', '.join(facts)})"


def _places(card: Card) -> Lines:
    if not card.more:
        return
    yield f"{capital(counted(len(card.more), 'more place'))}:"
    yield ""
    for finding in card.more[:PLACE_LIMIT]:
        where = " / ".join(_place(side.passage) for side in finding.sides)
        words = " / ".join(_sentence(side.passage) for side in finding.sides)
        note = f" ({inline(finding.note)})" if finding.note else ""
        yield f"- {where}: {words}{note}"
    if len(card.more) > PLACE_LIMIT:
        yield f"- and {counted(len(card.more) - PLACE_LIMIT, 'more')} in the JSON report"
    yield ""


def _ruling(ruling: Ruling) -> str:
    told = f"{inline(moment(ruling.at))}, **{inline(ruling.actor)}** {inline(ruling.did)}"
    if ruling.detail:
        told += f" ({inline(ruling.detail)})"
    if ruling.verdicts:
        told += ": " + ", ".join(f"{inline(s)} {inline(v)}" for s, v in ruling.verdicts.items())
    if ruling.taken_back:
        told += " (taken back later)"
    if ruling.reason:
        told += f". {inline(ruling.reason)}"
    if ruling.evidence:
        told += f" (evidence: {'; '.join(inline(exhibit.words) for exhibit in ruling.evidence)})"
    return told


def _stale(stale: tuple[StaleView, ...]) -> Lines:
    if not stale:
        return
    yield "## Rulings to look at again"
    yield ""
    for view in stale:
        words = " / ".join(view.words) or "a conflict that is gone"
        yield f"- {inline(words)}: {inline(view.why)} ({_ruling(view.ruling)})"
    yield ""


def _spoken(spoken: tuple[SpokenClaim, ...]) -> Lines:
    if not spoken:
        return
    yield "## Claims that people spoke on"
    yield ""
    for view in spoken:
        status = f"**{capital(STATUSES[view.status])}** · " if view.status else ""
        matter = f"{inline(view.claim.subject)}, {inline(spelt_out(view.claim.predicate))}"
        yield f"- {status}{matter}: {inline(view.value)} · {_place(view.passage)}"
        yield ""
        yield f"  > {_sentence(view.passage)}"
        yield ""
        for ruling in reversed(view.history):
            yield f"  - {_ruling(ruling)}"
    yield ""


def _notices(notices: tuple[NoticeView, ...]) -> Lines:
    if not notices:
        return
    yield "## Notices in the articles"
    yield ""
    for view in notices:
        notice = view.notice
        where = _place(view.passage)
        yield f"- **{NOTICE_KINDS[notice.kind]}** · {where}: {_sentence(view.passage)}"
        facts = (("text meant", notice.target_source), ("about", notice.target),
                 ("former words", notice.wrong), ("new words", notice.right),
                 ("date", notice.date))  # fmt: skip
        for name, words in facts:
            if words:
                yield f"  - {name}: {inline(words)}"
    yield ""


def _matters(contents: Contents) -> Lines:
    if not contents.matters:
        return
    yield "## Several sources, one matter"
    yield ""
    yield from _table(
        ("Subject", "What is stated", "How far they agree", "What the sources say"),
        (
            (inline(m.subject), inline(spelt_out(m.predicate)),
             ACCORDS[m.accord],
             _voices(m))
            for m in contents.matters[:MATTER_LIMIT]
        ),
    )  # fmt: skip
    rest = len(contents.matters) - MATTER_LIMIT
    if rest > 0:
        yield f"{sentence(counted(rest, 'more matter'))} All are in the JSON report."
        yield ""


def _voices(matter: Matter) -> str:
    """Each value once, with the places that state it."""
    places: dict[str, list[str]] = {}
    for voice in matter.voices:
        line = f":{voice.line}" if voice.line is not None else ""
        places.setdefault(voice.value, []).append(f"{inline(voice.source)}{line}")
    return "; ".join(f"{inline(value)} ({', '.join(dict.fromkeys(at))})"
                     for value, at in places.items())  # fmt: skip


def _claims(contents: Contents) -> Lines:
    if not contents.claims:
        return
    yield "## All claims"
    yield ""
    for table in contents.claims:
        yield f"### {inline(table.title)}"
        yield ""
        rows = [
            (inline(said.subject), inline(spelt_out(view.claim.predicate)),
             inline(view.value), inline(view.claim.quote.exact),
             "–" if view.line is None else str(view.line))
            for said in table.subjects
            for view in said.claims
        ]  # fmt: skip
        yield from _table(
            ("Subject", "What is stated", "Value", "Words", "Line"), rows[:CLAIM_LIMIT]
        )
        if len(rows) > CLAIM_LIMIT:
            rest = counted(len(rows) - CLAIM_LIMIT, "more claim")
            yield f"{sentence(rest)} All are in the JSON report."
            yield ""


def _unchecked(contents: Contents) -> Lines:
    yield "## What could not be checked, and why"
    yield ""
    missed = [f"- {inline(line)}" for line in left_out(contents)]
    yield from missed or ["Nothing was left out."]
    yield ""


def _closing(contents: Contents) -> Lines:
    yield "---"
    yield ""
    yield f"Made from revision {inline(contents.revision)} of the ledger and from nothing else."
    if contents.rules:
        yield f"Rules in force, each with its version: {inline(', '.join(contents.rules))}."


def _place(passage: Passage) -> str:
    return inline(passage.place)


def _sentence(passage: Passage) -> str:
    return _around(passage, marked(passage.words, "**", "b"))


def _around(passage: Passage, words: str) -> str:
    # a line break in the rest of the sentence is only where the file wraps
    before = ("… " if passage.clipped_before else "") + passage.before.replace("\n", " ")
    after = passage.after.replace("\n", " ") + (" …" if passage.clipped_after else "")
    return opened(escaped(before) + words + escaped(after))


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Lines:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""
