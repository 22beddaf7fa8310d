"""How much of a document was read: every number, date, identifier and name is claimed, set aside
with a reason, or left, and the sums are right."""

# ruff: noqa: E501 - an example stays one line

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims import extract
from factcheck.model import Coverage, Tally
from factcheck.sources import read_bytes, read_text

README = """# tidegauge

tidegauge has 12 stations and was released on 3 May 2024.

```
make test JOBS=4   # 2025-01-01
```

## 5 steps

1. Open Figure 3.
"""
PAGE = """<html><head><title>The bridge</title></head><body><nav>Home 12 News 7</nav>
<article><h1>The bridge</h1><p>The bridge is 321 metres long and opened on 4 June 1968. It was paid
for by the town, and everybody who lives there crosses it twice a day.</p></article>
<footer>48 shares. Copyright 2026.</footer></body></html>"""


def coverage(text: str, name: str = "text") -> Coverage:
    """The coverage of a text."""
    return extract(read_bytes(text.encode(), name)).coverage


def tallies(held: Coverage) -> tuple[Tally, ...]:
    """The four families."""
    return held.numbers, held.dates, held.identifiers, held.names


def test_code_is_set_aside() -> None:
    held = coverage(README, "readme.md")
    assert held.numbers == Tally(found=3, claimed=2, set_aside=(("code", 1),))
    assert held.dates == Tally(found=2, claimed=1, set_aside=(("code", 1),))


def test_furniture_is_set_aside_with_its_reason() -> None:
    counters = "The museum\n\n48 shares · 1,209 views\n\nThe museum has 40 rooms, said the town.\n"
    held = coverage(counters)
    assert held.numbers == Tally(found=3, claimed=1, set_aside=(("furniture: counters", 2),))
    page = coverage(PAGE, "page.html")
    assert page.numbers.claimed == page.dates.claimed == 1
    assert all(reason.startswith("furniture") for reason, _ in page.numbers.set_aside)
    assert sum(count for _, count in page.numbers.set_aside) >= 3


def test_numbers_that_count_nothing_are_set_aside() -> None:
    held = coverage("桌上放着三文鱼。\n")
    assert held.numbers.set_aside == (("counts nothing", 1),)


def test_what_nothing_is_said_of_is_left() -> None:
    held = extract(read_text("x" * 800 + " 17 " + "y" * 800, "text")).coverage
    assert (held.numbers.found, held.numbers.left) == (1, 1)


WORDS = st.lists(
    st.sampled_from(
        ["The bridge", "is", "12", "metres", "long", "。", ".", "\n\n", "2021年", "3人", "大桥", "全长",
         "arXiv:2401.00001",
         "# ", "- ", "`", "May 2020", "40%", "Figure 3", "橋は", "である"]
    ),
    max_size=40,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(WORDS)
def test_the_sums_are_right(words: list[str]) -> None:
    held = extract(read_text(" ".join(words), "text")).coverage
    for tally in tallies(held):
        aside = sum(count for _, count in tally.set_aside)
        assert tally.found == tally.claimed + aside + tally.left
        assert tally.left >= 0
    assert held == Coverage.from_dict(held.to_dict())
