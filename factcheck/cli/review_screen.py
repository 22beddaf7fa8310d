"""The review as a picture: what is left, the words in their place, what contradicts and why. Draws
a state; knows no keys and changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factcheck.cli.columns import Cell, around, beside, fitted, marked, painted, plain, spans
from factcheck.cli.desk import short
from factcheck.cli.findings import COLOURS, place, snippet
from factcheck.cli.output import Screen, escape
from factcheck.cli.width import clip, clip_front, display_width, wrap

if TYPE_CHECKING:
    from factcheck.corrections.case import Case
    from factcheck.corrections.ledger import Ledger
    from factcheck.corrections.queue import Item
    from factcheck.model import Quote, Side
    from factcheck.workflow.reviewing import Review

WIDE = 104
"""Columns from which the words and the reasons stand side by side."""
LEFT = 17
GAP = 3
SMALLEST = (50, 14)
"""Columns and lines below which no finding can be shown."""
TYPING = "Enter stores, Esc goes back"
KEYS = (
    ("a", "accept"), ("e", "edit"), ("r", "reject"), ("d", "dismiss"), ("v", "verdict"),
    ("l", "later"), ("s", "skip"), ("u", "undo"), ("o", "open"), ("?", "help"), ("q", "quit"),
)  # fmt: skip
HELP = (
    ("a", "accept the suggestion; without one, say which side is wrong"),
    ("e", "put other words there: the line is yours to change"),
    ("r", "reject the suggestion: the words are right, the fix is wrong, not worth it"),
    ("d", "dismiss the finding: the rule was wrong, or it is right and the text stays"),
    ("v", "a verdict for each side"),
    ("l", "later: put it off until a day"),
    ("s", "skip: behind the others, nothing is recorded"),
    ("u", "undo your last ruling, and go back to it"),
    ("o", "open the source at this line"),
    ("j k ↓ ↑", "look at the next or the previous one, nothing is recorded"),
    ("q", "quit; so do Ctrl-C and closing the window: every ruling is stored at once"),
)
NEEDS = {"a": "accept", "e": "edit", "r": "reject", "d": "dismiss", "v": "decide", "l": "dismiss"}


def picture(
    review: Review, size: tuple[int, int], screen: Screen, message: str = "", *,
    help_: bool = False, typing: bool = False,
) -> list[str]:  # fmt: skip
    """The whole screen: exactly as many lines as it has, each as wide as it is at most. The last
    ones are the message and the keys. `typing` says that keys go into the message's line."""
    width, height = size
    if too_small(size):
        return _too_small(size)
    said = wrap(escape(message), width)[:3]  # a question with all its answers
    body = max(3, height - 4 - len(said))
    item = review.current
    left = _left(review, body, screen)
    if help_:
        main = _helped(width - LEFT - GAP, screen)
        panels = [(left, LEFT), (main, width - LEFT - GAP)]
    elif item is None:
        panels = [(left, LEFT), (_nothing(review, screen), width - LEFT - GAP)]
    elif width >= WIDE:
        right = (width - LEFT - 2 * GAP) * 9 // 20
        middle = width - LEFT - 2 * GAP - right
        panels = [(left, LEFT), (_words(review, item, (middle, body), screen), middle),
                  (_reasons(review, item, (right, body), screen), right)]  # fmt: skip
    else:
        main_width = width - LEFT - GAP
        upper = max(4, body * 2 // 5)
        words = _words(review, item, (main_width, upper - 1), screen)
        line = [painted(screen, "─" * main_width, "dim")]
        padded = [*words, *[plain("")] * (upper - 1 - len(words))]
        reasons = _reasons(review, item, (main_width, body - upper), screen)
        panels = [(left, LEFT), ([*padded, *line, *reasons], main_width)]
    rule = screen.paint("─" * width, "dim")
    lines = [
        _title(review, width, screen), rule,
        *(cell[0].rstrip() for cell in beside(panels, body, screen)), rule,
        *(fitted(plain(line), width)[0].rstrip() for line in said),
        TYPING if typing else _keys(item, width, screen),
    ]  # fmt: skip
    return lines[:height]


def too_small(size: tuple[int, int]) -> bool:
    """Whether a finding cannot be shown, so that none should be ruled on."""
    return size[0] < SMALLEST[0] or size[1] < SMALLEST[1]


def _too_small(size: tuple[int, int]) -> list[str]:
    width, height = size
    said = (f"The window is too small: {width} x {height}. A finding needs "
            f"{SMALLEST[0]} x {SMALLEST[1]}: make it larger, or q quits.")  # fmt: skip
    lines = [clip(line, width) for line in wrap(said, width)]
    return [*lines, *[""] * height][:height]


def _title(review: Review, width: int, screen: Screen) -> str:
    queue = review.queue
    name = f"{escape(review.ledger.workspace)}: review"
    who = f"{escape(review.actor)}  {queue.position} of {len(queue.items)}"
    if review.done:
        who += f", {review.done} ruled"
    blanks = " " * max(1, width - display_width(name) - display_width(who))
    shown = fitted(plain(name + blanks + who), width)[1].rstrip()
    return shown.replace(name, screen.paint(name, "bold"), 1)


def _left(review: Review, height: int, screen: Screen) -> list[Cell]:
    """What is left by severity, how far it is, and what comes next."""
    queue = review.queue
    lines = [painted(screen, "LEFT", "bold")]
    for severity, count in queue.left().items():
        if count:
            cell = f"{severity:<{LEFT - 5}}{count:>5}"
            lines.append(painted(screen, cell, COLOURS[severity]))
    gone = max(0, queue.total - len(queue.items))
    filled = LEFT * gone // queue.total if queue.total else LEFT
    lines += [plain(f"{'all':<{LEFT - 5}}{len(queue.items):>5}"),
              painted(screen, "█" * filled + "░" * (LEFT - filled), "dim"), plain("")]  # fmt: skip
    room = height - len(lines)
    first = max(0, min(queue.position - 2, len(queue.items) - room))
    for number, item in enumerate(queue.items[first : first + room], first + 1):
        code = item.conflicts[0].code if item.conflicts else "by hand"
        line = _line_of(item.place, review.ledger)
        room = LEFT - len(code) - len(line) - 3
        text = f"{'▸' if number == queue.position else ' '}{code} "
        cell = f"{text}{clip(item.place.source, room)}:{line}"
        styles = ("bold",) if number == queue.position else ("dim",)
        lines.append(painted(screen, cell, *styles))
    return lines


def _where(quote: Quote, ledger: Ledger) -> str:
    if quote.source not in ledger.documents:
        return escape(quote.source)
    return place(quote, ledger.documents)


def _words(review: Review, item: Item, size: tuple[int, int], screen: Screen) -> list[Cell]:
    """The article at the place, the words marked."""
    width, height = size
    quote = item.place
    ledger = review.ledger
    document = ledger.documents.get(quote.source)
    heading = _where(quote, ledger)
    lines = [painted(screen, fitted(plain(heading), width)[1].rstrip(), "bold")]
    if document is None:
        return [*lines, plain("the source is not here")]
    section = document.section_at(quote.start)
    if section and section.title:
        lines.append(painted(screen, fitted(plain(escape(section.title)), width)[1].rstrip(),
                             "dim"))  # fmt: skip
    lines.append(plain(""))
    marks = [(quote.start, quote.end)]
    marks += [(s.quote.start, s.quote.end) for c in item.conflicts[:1] for s in c.sides
              if s.quote.source == quote.source and not s.quote.overlaps(quote)]  # fmt: skip
    for stretch in around(document.text, (quote.start, quote.end), width, height - len(lines)):
        shown, bare = marked(document.text, stretch, marks, screen)
        if not screen.colour and stretch[0] < quote.end and quote.start < stretch[1]:
            lines += [(shown, bare), plain(_underline(document.text, stretch, quote))]
        else:
            lines.append((shown, bare))
    return lines[:height]


def _underline(text: str, stretch: tuple[int, int], quote: Quote) -> str:
    """A line of signs below the words, where there is no colour to mark them."""
    first, last = max(stretch[0], quote.start), min(stretch[1], quote.end)
    blanks = display_width(escape(text[stretch[0] : first]))
    return " " * blanks + "~" * max(1, display_width(escape(text[first:last])))


def _reasons(review: Review, item: Item, size: tuple[int, int], screen: Screen) -> list[Cell]:
    """What is wrong, the change, the sides, why, and what was said about it."""
    width, height = size
    lines = list(_headline(item, width, screen))
    for fix in item.fixes[:1]:
        lines += _change(fix, width, review.ledger, screen)
    if len(item.conflicts) > 1:
        where = ", ".join(_line_of(c.sides[0].quote, review.ledger) for c in item.conflicts)
        lines += _wrapped(f"{len(item.conflicts)} places, ruled on together: lines {where}", width)
    for conflict in item.conflicts[:1]:
        lines.append(plain(""))
        for side in conflict.sides:
            lines += _side(side, item, review.ledger, width, screen)
        lines += (cell for why in conflict.explanation for cell in _wrapped(f"= {why}", width, 2))
    lines += _history(review, item, width, screen)
    if len(lines) > height:
        noun = "conflicts" if item.conflicts else "corrections"
        more = wrap(f"… more: factcheck {noun} show {short(item.id)}", width)
        lines = [*lines[: height - len(more)], *(painted(screen, line, "dim") for line in more)]
    return lines


def _headline(item: Item, width: int, screen: Screen) -> Iterator[Cell]:
    about = item.conflicts[0] if item.conflicts else item.fixes[0]
    code = about.code or "by hand"
    label = f"{code}  {item.severity}  {item.confidence_percent} % sure"
    if item.state not in ("open", "proposed"):
        label += f"  {item.state}" + (f" until {item.until}" if item.until else "")
    if item.assignee:
        label += f"  for {escape(item.assignee)}"
    yield painted(screen, label, "bold", COLOURS[item.severity])
    yield from _wrapped(about.message or "proposed by hand", width)
    if item.second_look:
        yield painted(screen, "its fix was rejected; the finding is open", "yellow")


def _change(fix: Case, width: int, ledger: Ledger, screen: Screen) -> list[Cell]:
    """The change in its surroundings as one line where it fits, else as two blocks."""
    from factcheck.cli.marks import change

    old, new = fix.target.exact, fix.replacement
    bare = change(old, new, Screen()) if not screen.colour else _unsigned(old, new)
    label = "change  "
    room = width - display_width(label) - display_width(bare)
    if room >= 0:
        document = ledger.documents.get(fix.source)
        before, after = ("", "") if document is None or fix.why else _beside(
            document.text, fix, room // 2)  # fmt: skip
        shown = before + change(old, new, screen) + after
        return [(screen.paint(label, "dim") + shown, label + before + bare + after)]
    lines = []
    for sign, words, colour in (("- ", old, "red"), ("+ ", new, "green")):
        text = escape(words.replace("\n", "⏎")) or "(nothing)"
        lines += [painted(screen, (sign if n == 0 else "  ") + text[a:b], colour)
                  for n, (a, b) in enumerate(spans(text, 0, len(text), width - 2))]  # fmt: skip
    return lines


def _beside(text: str, fix: Case, room: int) -> tuple[str, str]:
    """What stands before and after the words in their line, as much as fits."""
    before = text[max(0, fix.target.start - room) : fix.target.start].rpartition("\n")[2]
    after = text[fix.target.end : fix.target.end + room].partition("\n")[0]
    return clip_front(escape(before), room), clip(escape(after), room)


def _unsigned(old: str, new: str) -> str:
    """The words of an inline diff as they stand in colour, for their width."""
    from factcheck.cli.marks import ARROW
    from factcheck.corrections.diff import diff

    words = (e.new if e.op == "equal" else ARROW.join(filter(None, (e.old, e.new)))
             for e in diff(old, new))  # fmt: skip
    return escape("".join(words).replace("\n", "⏎"))


def _side(side: Side, item: Item, ledger: Ledger, width: int, screen: Screen) -> Iterator[Cell]:
    """One side: who says it, which words, how they are read. The words that the middle does not
    show stand in their line."""
    who = f"{side.role or 'side'}  {_where(side.quote, ledger)}"
    yield painted(screen, fitted(plain(escape(who)), width)[1].rstrip(), "cyan")
    document = ledger.documents.get(side.quote.source)
    if document is not None and not side.quote.overlaps(item.place):
        before, words, after = snippet(document, side.quote, width - 2)
        if before or after:
            yield ("  " + before + screen.paint(words, "bold", "underline") + after,
                   f"  {before}{words}{after}")  # fmt: skip
        else:
            yield from map(plain, [f"  {line}" for line in wrap(words, width - 2)][:3])
    if side.reading:
        yield from map(plain, [f"  = {line}" for line in wrap(escape(side.reading), width - 4)][:3])


def _history(review: Review, item: Item, width: int, screen: Screen) -> Iterator[Cell]:
    from factcheck.cli.desk import decision_line

    made = review.ledger.history.get(item.id, ())
    if made:
        yield plain("")
    for decision in made[-4:]:
        for line in wrap(decision_line(decision), width, "  "):
            yield painted(screen, line, "dim")


def _line_of(quote: Quote, ledger: Ledger) -> str:
    document = ledger.documents.get(quote.source)
    return str(document.position(quote.start)[0]) if document and document.exact_map else "?"


def _wrapped(text: str, width: int, indent: int = 0) -> list[Cell]:
    return [plain(line) for line in wrap(escape(text), width, " " * indent)]


def _nothing(review: Review, screen: Screen) -> list[Cell]:
    said = "Nothing waits for a ruling." if not review.done else "Done: nothing is left."
    return [
        painted(screen, said, "bold", "green"), plain(""),
        plain("u takes back your last ruling; q leaves."), plain(""),
        plain("To put accepted fixes into an article:"),
        plain("factcheck corrections apply SOURCE --diff"),
    ]  # fmt: skip


def _helped(width: int, screen: Screen) -> list[Cell]:
    lines = [painted(screen, "KEYS", "bold"), plain("")]
    for key, meaning in HELP:
        first, *rest = wrap(meaning, width - 10)
        lines.append((screen.paint(f"{key:<8}", "bold") + first, f"{key:<8}{first}"))
        lines += [plain(" " * 8 + line) for line in rest]
    return lines


def _keys(item: Item | None, width: int, screen: Screen) -> str:
    """The keys in a line, those that do nothing here left pale. Short names where it is narrow."""
    possible = item.actions if item else frozenset({"undo"})
    whole = sum(len(key) + len(name) + 3 for key, name in KEYS) - 2 <= width
    short = [(key, name if key.isalpha() and key != "q" else "") for key, name in KEYS]
    if sum(len(key) + len(name) + 2 for key, name in short) - 2 > width:
        short = [(key, "") for key, _ in KEYS]
    parts: list[str] = []
    for key, name in KEYS if whole else short:
        live = NEEDS.get(key, "") in possible or key not in NEEDS or (
            key == "a" and "decide" in possible)  # fmt: skip
        text = f"{key} {name}".rstrip()
        parts.append(screen.paint(key, "bold") + text[1:] if live else screen.paint(text, "dim"))
    return ("  " if whole else " ").join(parts)


def block(review: Review, screen: Screen) -> Iterable[str]:
    """The item in hand as plain lines, where there is no screen to draw on."""
    from factcheck.cli.findings import FindingLines
    from factcheck.cli.marks import change

    item = review.current
    if item is None:
        yield "Nothing waits for a ruling."
        return
    queue = review.queue
    where = f"{queue.position} of {len(queue.items)}"
    yield f"[{where}] {item.severity}, {item.confidence_percent} % sure"
    if item.conflicts:
        yield from FindingLines(review.ledger.documents, screen).lines(item.conflicts)
    for fix in () if item.conflicts else item.fixes:
        yield f"{_where(fix.target, review.ledger)} {escape(fix.message)}"
        yield f"change: {change(fix.target.exact, fix.replacement, screen)}"
