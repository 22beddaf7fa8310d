"""Numbers and words that look like a claim and are none: weekdays, first times, particles."""

from __future__ import annotations

import pytest

from factcheck.claims import extract
from factcheck.sources import read_bytes
from tests.claims.spoken import claims, valued


@pytest.mark.parametrize(
    "text",
    ["2026年3月14日(星期六)通车。", "展馆周六关闭。", "展馆礼拜三开放。", "展览将于星期四开幕。",
     "该店每周五休息。", "他凭第六感找到了矿脉。"],
)  # fmt: skip
def test_a_weekday_is_no_number(text: str) -> None:
    assert not valued(text, "quantity")


def test_times_a_week_still_count() -> None:
    assert any("3" in c.value.key() for c in claims("该渡轮每周三次往返。"))


@pytest.mark.parametrize(
    "text",
    ["三座岛屿首次相连。", "景区接待了3亿人次。", "这座塔被拍摄了5次。",
     "The tower was struck 12 times.", "塔は5回修理された。", "The song was played 40 times."],
)  # fmt: skip
def test_times_are_no_downloads(text: str) -> None:
    assert not valued(text, "download_count")


@pytest.mark.parametrize(
    "text",
    ["The program has 12,000 downloads.", "这款软件有5000次下载。",
     "アプリは3000回ダウンロードされた。"],
)  # fmt: skip
def test_downloads_with_their_noun_count(text: str) -> None:
    assert valued(text, "download_count")


@pytest.mark.parametrize(
    ("text", "bare"),
    [("The canal is 18.4 km long and has 27 locks.", "27"),
     ("The bridge is 900 metres long with 14 arches.", "14"),
     ("The tunnel, 6 km long, has 31 exits.", "31"),
     ("大桥全长900米，有14个桥墩。", "14"), ("運河は全長12キロで、水門が7つある。", "7")],
)  # fmt: skip
def test_a_length_wants_a_unit_of_length(text: str, bare: str) -> None:
    assert bare not in {str(held) for _, held in valued(text, "overall_length")}


@pytest.mark.parametrize(
    "text",
    ["About 12 of 48 wells (25%) have dried up.", "Some 9 of the 30 mills (30%) shut down.",
     "Of the wells, 25% have dried up.", "In the storm 5 of 20 pylons (25%) broke down.",
     "48口井中有12口(25%)干涸。"],
)  # fmt: skip
def test_a_share_is_no_growth(text: str) -> None:
    assert not valued(text, "growth")


@pytest.mark.parametrize(
    "text",
    ["Sales were up 30%.", "Revenue was up by about 12%.", "Exports were down 4% from last year."],
)
def test_up_and_down_at_the_number_are_growth(text: str) -> None:
    assert valued(text, "growth")


@pytest.mark.parametrize(
    "notice",
    ["An earlier version said the dam supplies 140,000 households.",
     "Correction: An earlier version gave 140,000 households.",
     "Correction: This article previously put the number at 140,000 households; it is 410,000.",
     "An earlier version of this article said 140,000 households. The correct figure is 410,000.",
     "Correction: 140,000 households was wrong; it is 410,000 households."],
)  # fmt: skip
def test_what_a_notice_calls_wrong_is_not_the_articles_own(notice: str) -> None:
    text = f"# Dam opens\n\nThe dam supplies 410,000 households.\n\n{notice}\n"
    found = extract(read_bytes(text.encode(), "text"))
    own = [c for c in found.claims if "140,000" in c.quote.exact and c.modality == "asserted"]
    assert found.notices
    assert not own


@pytest.mark.parametrize(
    "byline",
    ["By Tom Adair, 3 July 2025", "By Tom Adair, July 3, 2025", "By Tom Adair, 2025-07-03",
     "By Tom Adair, 12 May 2024", "By Tom Adair"],
)  # fmt: skip
def test_the_date_of_a_byline_is_no_part_of_the_name(byline: str) -> None:
    text = f"# Valley Line opens\n\n{byline}\n\nThe Valley Line has 27 stops.\n"
    assert valued(text, "contributor") == {("contributor", ("Tom Adair",))}
