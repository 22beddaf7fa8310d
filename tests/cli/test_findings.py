"""Findings as lines: place, code, message, both sides with the words marked, and what to write."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.cli.findings import FindingLines, place, snippet
from factcheck.cli.output import Screen
from factcheck.cli.width import display_width
from factcheck.corrections.grouping import anchor, group
from factcheck.model import Conflict, Quote, Side, Snapshot, Suggestion, sha256
from factcheck.sources import read_bytes
from factcheck.sources.document import Document

ENGLISH = "# Orca\n\nOrca ranges from 3 billion to 30 billion parameters.\n"
JAPANESE = "# オルカ\n\nオルカは30億から30億のパラメータを持つ。\n"
PIPE = Screen(width=100)
TERMINAL = Screen(terminal=True, width=80)


def document(text: str, name: str, exact_map: bool = True) -> Document:
    snapshot = Snapshot(source=name, sha256=sha256(text.encode()), text=text, reader="test@1")
    return Document(name=name, snapshot=snapshot, blocks=(), exact_map=exact_map)


def words(doc: Document, exact: str, nth: int = 0) -> Quote:
    start = -1
    for _ in range(nth + 1):
        start = doc.text.index(exact, start + 1)
    return doc.quote(start, start + len(exact))


def translation() -> tuple[dict[str, Document], Conflict]:
    original, translated = document(ENGLISH, "orca.md"), document(JAPANESE, "orca.ja.md")
    wrong = words(translated, "30億", 1)
    conflict = Conflict(
        code="FC301", kind="translation", severity="high",
        message="30億 is 10 times smaller than the original's 30 billion",
        explanation=("the other bound, 30億, agrees",),
        sides=(
            Side(quote=words(original, "30 billion"), role="original", reading="30 000 000 000"),
            Side(quote=wrong, role="translation", reading="3 000 000 000"),
        ),
        suggestion=Suggestion(quote=wrong, replacement="300億"),
    )  # fmt: skip
    return {d.name: d for d in (original, translated)}, conflict


def test_a_finding_shows_where_what_why_and_the_fix() -> None:
    documents, conflict = translation()
    assert list(FindingLines(documents, PIPE).lines([conflict])) == [
        "orca.ja.md:3:10 FC301 30億 is 10 times smaller than the original's 30 billion [high]",
        "      | in orca.md:3:31",
        "    3 | Orca ranges from 3 billion to 30 billion parameters.",
        "      |                               ~~~~~~~~~~ original: 30 000 000 000",
        "    3 | オルカは30億から30億のパラメータを持つ。",
        "      |                 ~~~~ translation: 3 000 000 000",
        "      | = the other bound, 30億, agrees",
        "      | help: 30億 → 300億",
    ]


def test_the_place_is_that_of_the_words_to_change() -> None:
    _, conflict = translation()
    assert anchor(conflict).exact == "30億"


def test_a_text_derived_from_its_file_has_no_line_and_column() -> None:
    page = document("Orca has 30 billion parameters.", "page.html", exact_map=False)
    assert place(words(page, "30 billion"), {page.name: page}) == "page.html"


def empty_headings() -> tuple[dict[str, Document], list[Conflict]]:
    doc = document("## People\n\n## Papers\n\n## Models\n", "week.md")
    return {doc.name: doc}, [
        Conflict(code="FC501", kind="missing_content", severity="medium", section=name,
                 message="a list is announced and none follows",
                 sides=(Side(quote=words(doc, name)),))
        for name in ("Papers", "People", "Models")
    ]  # fmt: skip


def test_findings_of_one_cause_are_one_finding_on_a_terminal() -> None:
    documents, conflicts = empty_headings()
    lines = list(FindingLines(documents, TERMINAL).lines(conflicts))
    assert lines[0] == "week.md:1:4 FC501 a list is announced and none follows (3 places) [medium]"
    assert lines[-1] == "      | also 3 “Papers”; 5 “Models”"


def test_in_a_pipe_every_conflict_has_its_own_line() -> None:
    documents, conflicts = empty_headings()
    lines = list(FindingLines(documents, PIPE).lines(conflicts))
    heads = [line for line in lines if " FC501 " in line]
    assert [head.split()[0] for head in heads] == ["week.md:1:4", "week.md:3:4", "week.md:5:4"]


def test_conflicts_with_a_fix_of_their_own_are_never_grouped() -> None:
    _, conflict = translation()
    _, others = empty_headings()
    assert [len(finding.conflicts) for finding in group([conflict, *others])] == [1, 3]


def test_colour_never_changes_the_words() -> None:
    import re

    documents, conflict = translation()
    colour = Screen(terminal=True, colour=True, width=80)
    painted = list(FindingLines(documents, colour).lines([conflict]))
    plain = list(FindingLines(documents, TERMINAL).lines([conflict]))
    assert painted != plain
    assert [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in painted] == plain


@given(
    st.text(max_size=60), st.text(min_size=1, max_size=60), st.text(max_size=200),
    st.integers(30, 100),
)  # fmt: skip
def test_a_snippet_fits_and_is_one_line(before: str, marked: str, after: str, columns: int) -> None:
    doc = document(before + marked + after, "any.md")
    parts = snippet(doc, doc.quote(len(before), len(before) + len(marked)), columns)
    assert sum(map(display_width, parts)) <= columns
    assert len("".join(parts).splitlines()) <= 1


def test_a_snippet_cuts_around_the_quote() -> None:
    doc = document("word " * 60 + "TARGET" + " tail" * 60, "long.md")
    before, marked, after = snippet(doc, words(doc, "TARGET"), 40)
    assert marked == "TARGET"
    assert before.startswith("…") and after.endswith("…")


def test_conflicts_with_the_same_cause_and_fix_are_one_finding() -> None:
    doc = document("(Lind et al , 2020) and (Berg et al , 2021)\n", "cites.md")
    quotes = [words(doc, "et al ,", nth) for nth in (0, 1)]
    conflicts = [
        Conflict(code="FC703", kind="markup_damage", severity="low", message="a full stop is lost",
                 sides=(Side(quote=quote),), ordinal=nth,
                 suggestion=Suggestion(quote=quote, replacement="et al.,"))
        for nth, quote in enumerate(quotes)
    ]  # fmt: skip
    lines = list(FindingLines({doc.name: doc}, TERMINAL).lines(conflicts))
    assert lines[0] == "cites.md:1:7 FC703 a full stop is lost (2 places) [low]"
    assert lines[-2:] == ["      | also 1", "      | help: et al , → et al.,"]


def test_a_change_of_blanks_and_line_breaks_can_be_seen() -> None:
    doc = document("See the list: - Heron\n", "glued.md")
    glue = words(doc, " - ")
    conflict = Conflict(
        code="FC702", kind="markup_damage", severity="medium", message="two lines became one",
        sides=(Side(quote=glue),), suggestion=Suggestion(quote=glue, replacement="\n- "),
    )  # fmt: skip
    last = list(FindingLines({doc.name: doc}, TERMINAL).lines([conflict]))[-1]
    assert last == "      | help: See the list: - Heron → See the list:⏎- Heron"


def helped(text: str, exact: str, new: str) -> str:
    doc = document(text, "cut.md")
    quote = words(doc, exact)
    conflict = Conflict(
        code="FC702", kind="markup_damage", severity="medium", message="a sign too many",
        sides=(Side(quote=quote),), suggestion=Suggestion(quote=quote, replacement=new),
    )  # fmt: skip
    return "\n".join(FindingLines({doc.name: doc}, TERMINAL).lines([conflict])).split("help: ")[1]


def test_a_help_line_is_cut_between_words_and_never_in_a_number() -> None:
    assert "…は2024年5月17日に," in helped("新しい模型は2024年5月17日に,公開された。\n", ",", "、")
    assert "…Orcas and al ;" in helped("It was announced by Orcas and al ; it is free.\n", ";", ",")
    assert helped("one: 1,234,567,890;123 more\n", ";", ",").startswith(
        "…1,234,567,890;123 more → "
    )


def test_a_page_is_named_by_what_a_reader_can_look_for() -> None:
    html = b"<html><body><h1>Orca</h1><h2>Sizes</h2><p>Orca has 30 billion parameters.</p></body>"
    page = read_bytes(html, "page.html")
    assert place(words(page, "30 billion"), {words(page, "30 billion").source: page}) == (
        "page.html (§ Sizes)"
    )
