"""Damage: lost operators, glued lines, lost punctuation, hidden characters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.model import Conflict

Find = Callable[..., list[Conflict]]


def _fix(conflict: Conflict) -> str:
    """What the conflict proposes to write."""
    assert conflict.suggestion is not None
    return conflict.suggestion.replacement


LOST_OPERATORS = [
    ("The large variant (ge$ 70B) needs more memory.", "ge$", "≥"),
    ("小型模型 (le$ 3B) 可以在手机上运行。", "le$", "≤"),
    ("精度は$pm 0.3 ポイントである。", "$pm", "±"),
    ("It runs 3.5\\times faster than before.", "\\times", "×"),
    ("The gain is sim$ 4 points.", "sim$", "~"),
    ("A speed-up of 12$times$ was measured.", "$times$", "×"),
    ("Values &lt; 5 are left out.", "&lt;", "<"),
    ("Herr MÃ¼ller opened it in May.", "Ã¼", "ü"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "damaged", "mended"), LOST_OPERATORS)
def test_a_lost_operator_is_found_with_its_sign(
    find: Find, text: str, damaged: str, mended: str
) -> None:
    (conflict,) = find(text, "FC701")
    assert conflict.suggestion is not None
    assert conflict.suggestion.quote.exact == damaged
    assert _fix(conflict) == mended


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5 to $7 per month.",
        "We prove that $n \\ge 3$ and $\\alpha \\to 0$ suffice.",
        "Tom & Jerry; R&D; AT&T.",
        "The file is in C:\\temp\\newfolder.",
        "Use `\\times` in the source.",
        "They paid US$ 30 and A$ 20.",
        "Le modèle français, naïve café.",
    ],
)
def test_intact_markup_and_money_are_no_damage(find: Find, text: str) -> None:
    assert find(text, "FC701") == []


def test_a_replacement_character_is_reported_without_a_guess(find: Find) -> None:
    (conflict,) = find("The pri\ufffde rose.", "FC701")
    assert conflict.suggestion is None


GLUED = """Papers of the week

- First model for tables [3.1]
It reads tables.
Paper record (2023-01-05T10:00:00Z) - Second model for charts [2.2]
It reads charts.
Paper record (2023-02-06T11:30:00Z) - Third model for maps [1.9]
It reads maps.
Paper record (2023-03-07T12:45:00Z)
"""


def test_a_stamp_with_the_next_item_behind_it_is_two_lines(find: Find) -> None:
    found = find(GLUED, "FC702")
    assert [_fix(c) for c in found] == ["\n- ", "\n- "]
    assert all(c.suggestion and c.suggestion.quote.exact == " - " for c in found)


def test_a_missing_number_inside_a_line_is_a_glued_item(find: Find) -> None:
    text = "1. Read the text.\n2. Mark the claims. 3. Ask a person.\n4. Write the report.\n"
    (conflict,) = find(text, "FC702")
    assert conflict.suggestion is not None
    fixed = (
        text[: conflict.suggestion.quote.start]
        + _fix(conflict)
        + text[conflict.suggestion.quote.end :]
    )
    assert "\n3. Ask a person.\n" in fixed


@pytest.mark.parametrize(
    "text",
    [
        "- one\n- two\nIt took long (about 5 years) - and cost more.\n",
        "The score was 3 - 2 in the end.\n- a note\n",
        "Version 2. 5 was skipped.\n",
        "1. One. 2. Two.\n",
    ],
)
def test_dashes_and_numbers_in_running_text_are_left_alone(find: Find, text: str) -> None:
    assert find(text, "FC702") == []


CITATIONS = [
    ("この方法は既に示された(Sato et al , 2018)。", "et al ", "et al."),
    ("As shown by Miller et al , 2020 and others.", "et al ", "et al."),
    ("Brown et al. (2019) differ from Green et al (2020).", "et al", "et al."),
    ("参见 (Li et al , 2021a)。", "et al ", "et al."),
    ("(Kim et al. 2015; Park et al, 2016)", "et al", "et al."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "damaged", "mended"), CITATIONS)
def test_et_al_gets_its_full_stop_back(find: Find, text: str, damaged: str, mended: str) -> None:
    (conflict,) = find(text, "FC703")
    assert conflict.suggestion is not None
    assert (conflict.suggestion.quote.exact, _fix(conflict)) == (damaged, mended)


@pytest.mark.parametrize("text", [
    "Miller et al, 2020, write it without a full stop throughout.",
    "The metal , and the et alia.",
    "Smith et al. (2020) and Wu et al. (2021).",
])  # fmt: skip
def test_a_style_without_full_stops_is_left_alone(find: Find, text: str) -> None:
    assert find(text, "FC703") == []


def test_an_acronym_in_a_spelling_of_its_own_is_reported(find: Find) -> None:
    text = "卷积网络(GAN)很常见。研究者比较了 GAN 与 GANS 的差别。"
    (conflict,) = find(text, "FC703")
    assert conflict.suggestion is not None
    assert _fix(conflict) == "GAN"
    english = "A GAN has two parts. Many GANS were trained."
    assert _fix(find(english, "FC703")[0]) == "GANs"


@pytest.mark.parametrize("text", [
    "HTTP and HTTPS are protocols.", "GPS is not GP.", "SARS is a disease; a SAR image is not.",
    "GANS were trained, GANS again, and one GAN.",
])  # fmt: skip
def test_acronyms_that_end_in_s_are_left_alone(find: Find, text: str) -> None:
    assert find(text, "FC703") == []


@pytest.mark.parametrize(("text", "shown", "clean"), [
    ("It has 17\u200b5B parameters.", "17\u200b5B", "175B"),
    ("The na\u00adme is long.", "na\u00adme", "name"),
    ("Pay 1\u202e00 dollars.", "1\u202e00", "100"),
    ("The mod\u2060el works.", "mod\u2060el", "model"),
    ("共有 2\u200b80 亿参数。", "2\u200b80", "280"),
])  # fmt: skip
def test_hidden_characters_inside_words_are_shown(
    find: Find, text: str, shown: str, clean: str
) -> None:
    (conflict,) = find(text, "FC704")
    assert conflict.sides[0].quote.exact == shown
    assert _fix(conflict) == clean


@pytest.mark.parametrize("text", [
    "A family \U0001f468\u200d\U0001f469\u200d\U0001f467 walks.", "می\u200cخواهم", "a\u200b b",
    "क\u094d\u200dष", "word \u200e(note)",
])  # fmt: skip
def test_hidden_characters_with_work_to_do_are_left_alone(find: Find, text: str) -> None:
    assert find(text, "FC704") == []
