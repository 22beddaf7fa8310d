"""Dates as EDTF with the precision of their words."""

import pytest

from factcheck.model import Date, Year
from factcheck.values import parse_values


def dates(text: str, reference: str | None = None) -> list[str]:
    found = [f.value for f in parse_values(text, reference=reference)]
    return [f"{v.value}" for v in found if isinstance(v, Date | Year)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("updated 2023-05-06", "2023-05-06"),
        ("Tue, 2 May 2023 08:15:30 GMT", "2023-05-02T08:15:30Z"),
        ("Tue, 2 May 2023 23:30:00 -0500", "2023-05-03T04:30:00Z"),
        ("2023-05-06T07:08:09Z", "2023-05-06T07:08:09Z"),
        ("on 4 July 1999", "1999-07-04"),
        ("July 4, 1999", "1999-07-04"),
        ("in March 2020", "2020-03"),
        ("2021年12月", "2021-12"),
        ("二〇二一年三月五日", "2021-03-05"),
        ("8月4日", "XXXX-08-04"),
        ("令和6年", "2024"),
        ("平成元年4月1日", "1989-04-01"),
        ("2024年第三季度", "2024-35"),
        ("Q2 2022", "2022-34"),
        ("summer 2019", "2019-22"),
        ("the 1990s", "199X"),
        ("(2017)", "2017"),
        ("Pelican et al., 2019b", "2019"),
        ("published in 2016.", "2016"),
        ("2015年に発表", "2015"),
        ("13/2/2018", "2018-02-13"),
        ("2017–2019", "2017/2019"),
        ("ran from 2017–2019, then stopped", "2017/2019"),
        ("held March 3–5, 2021", "2021-03-03/2021-03-05"),
        ("held 10-16 December 2019", "2019-12-10/2019-12-16"),
        ("2019年3月3日至5日", "2019-03-03/2019-03-05"),
        ("3月28日から4月2日まで", "XXXX-03-28/XXXX-04-02"),
        ("2019年3-5月", "2019-03/2019-05"),
        ("the 2018/19 season", "2018/2019"),
        ("lived there 1994–97", "1994/1997"),
        ("in 2021-05", "2021-05"),
        ("in the 18th century", "17XX"),
        ("nineteenth-century maps", "18XX"),
        ("18世紀の地図", "17XX"),
        ("20世纪80年代", "198X"),
        ("于是，2025年营收目标很高", "2025"),
        ("后来，2024 年 8 月 3 日开幕", "2024-08-03"),
        ("その後，5月6日に開いた", "XXXX-05-06"),
        ("当时，二〇二一年三月还早", "2021-03"),
    ],
)
def test_dates(text: str, edtf: str) -> None:
    assert dates(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("今年3月发布", "2024-03"), ("去年", "2023"), ("last June", "2024-06"),
        ("three days ago", "2024-07-29"), ("two years ago", "2022"), ("5个月前", "2024-03"),
    ],
)  # fmt: skip
def test_relative_dates_need_a_reference(text: str, edtf: str) -> None:
    assert dates(text, "2024-08-01") == [edtf]
    (found,) = [f.value for f in parse_values(text, reference="2024-08-01")]
    assert isinstance(found, Date)
    assert found.reference == "2024-08-01"
    (open_date,) = [f.value for f in parse_values(text)]
    assert isinstance(open_date, Date)
    assert open_date.reference is None
    assert "XXXX" in open_date.value


@pytest.mark.parametrize(
    "text",
    [
        "3~5ヶ月",
        "3世紀にわたる",
        "20/25 of them",
        "2023-02-31",
        "99月88日",
        "a span of 2048 tokens",
        "80 年历史",
    ],
)
def test_no_dates(text: str) -> None:
    assert dates(text) == []
