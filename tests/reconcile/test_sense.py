"""Sense: calendar, percentages, bounds, units and check digits."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Conflict

Find = Callable[..., list[Conflict]]

CODES = ("FC103", "FC104", "FC105", "FC106", "FC107", "FC108")

WRONG = [
    ("FC103", "The talk is on Monday, 5 March 2024.", "Tuesday"),
    ("FC103", "Posted Wed, 30 Jul 2024 by the desk.", "Tue"),
    ("FC103", "会議は2024年3月5日（水）に開かれる。", "火"),
    ("FC103", "活动定于2024年3月5日星期一举行。", "二"),
    ("FC103", "It opens Friday, July 4, 2024.", "Thursday"),
    ("FC104", "12 of 48 people (30 %) agreed.", "25"),
    ("FC104", "成功率为 45/60(80%)。", "75"),
    ("FC104", "200人中50人（30%）が賛成した。", "25"),
    ("FC104", "They won 3 out of 8 games (47.5%).", "37.5"),
    ("FC105", "It takes between 90 and 30 minutes.", None),
    ("FC105", "人数在 500 到 50 之间。", None),
    ("FC106", "The road is 100 km (82 miles) long.", None),
    ("FC106", "The box weighs 10 kg (32 pounds).", None),
    ("FC107", "See ISBN 978-3-16-148410-1 for more.", None),
    ("FC107", "ORCID 0000-0002-1825-0098 is hers.", None),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "fix"), WRONG)
def test_the_text_contradicts_its_own_arithmetic(
    find: Find, code: str, text: str, fix: str | None
) -> None:
    (conflict,) = find(text, *CODES)
    assert conflict.code == code
    assert (conflict.suggestion.replacement if conflict.suggestion else None) == fix


@pytest.mark.parametrize("text", [
    "The talk is on Tuesday, 5 March 2024.", "2024年3月5日（火）", "2024年3月5日(日本時間)に出た。",
    "12 of 48 people (25 %) agreed.", "1 of 3 (33 %)", "2/3 (67%)", "11 of 12 (92 %)",
    "It takes between 30 and 90 minutes.", "Prices fell from 90 to 30 euros.",
    "between 2 and 27 billion", "between 2019 and 2021", "在 5 到 50 之间",
    "100 km (62 miles)", "100 yards (100 metres)", "10 kg (22 pounds)", "5 feet (1.5 m)",
    "ISBN 978-3-16-148410-0", "ORCID 0000-0002-1825-0097", "between 9 and 5 p.m. on May 3",
])  # fmt: skip
def test_what_adds_up_is_silent(find: Find, text: str) -> None:
    assert find(text, *CODES) == []


@given(st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2099, 12, 31)))
@settings(max_examples=30, deadline=None)
def test_every_right_weekday_is_silent_and_every_other_is_not(day: datetime.date) -> None:
    from factcheck.reconcile.rules.sense import WEEKDAY, _weekdays
    from factcheck.sources import read_text

    for shift in range(7):
        name = (day + datetime.timedelta(days=shift)).strftime("%A")
        document = read_text(
            f"It was on {name}, {day.day} {day.strftime('%B')} {day.year}.", "a.txt"
        )
        found = [c for block in document.blocks for c in _weekdays(document, block)]
        assert [c.code for c in found] == ([] if shift == 0 else [WEEKDAY.code])
