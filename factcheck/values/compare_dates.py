"""Compares dates in EDTF as spans of days: 2021-12 refines 2021, 2021 contradicts 2022."""

from __future__ import annotations

from typing import Literal

_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12), 33: (1, 3), 34: (4, 6),
                  35: (7, 9), 36: (10, 12)}  # fmt: skip
_Result = Literal["equal", "rounding", "refines", "contradicts", "incomparable"]


def compare_dates(a: str, b: str) -> _Result:
    """How two EDTF values relate. Open parts (XXXX-08-04) agree with anything that fits them."""
    if a == b:
        return "equal"
    one, two = _span(a), _span(b)
    if one is None or two is None:
        return _with_open_parts(a, b)
    if one == two:
        return "equal" if len(a) == len(b) else "refines"
    if _inside(one, two) or _inside(two, one):
        return "refines"
    if one[1] < two[0] or two[1] < one[0]:
        return "contradicts"
    return "incomparable"


def _inside(inner: tuple[str, str], outer: tuple[str, str]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _span(value: str) -> tuple[str, str] | None:
    """First and last moment as sortable text; None where a part is open."""
    if "/" in value:
        first, last = (_span(part) for part in value.split("/", 1))
        return (first[0], last[1]) if first and last else None
    if value.endswith("X") and value[:3].isdigit() and len(value) == 4:
        return value[:3] + "0-01-01", value[:3] + "9-12-31T99"
    if value.endswith("XX") and value[:2].isdigit() and len(value) == 4:
        return value[:2] + "00-01-01", value[:2] + "99-12-31T99"
    if "X" in value:
        return None
    year, _, rest = value.partition("-")
    if not rest:
        return f"{year}-01-01", f"{year}-12-31T99"
    month = rest[:2]
    if len(rest) == 2 and int(month) in _SEASON_MONTHS:
        first_month, last_month = _SEASON_MONTHS[int(month)]
        return f"{year}-{first_month:02d}-01", f"{year}-{last_month:02d}-31T99"
    if len(rest) == 2:
        return f"{value}-01", f"{value}-31T99"
    if "T" in value:
        return value, value
    return value, f"{value}T99"


def _with_open_parts(a: str, b: str) -> _Result:
    """Parts that both name must agree; a part that one leaves open is no difference."""
    if "/" in a or "/" in b:
        return "incomparable"
    named = 0
    for one, two in zip(a.split("T")[0].split("-"), b.split("T")[0].split("-"), strict=False):
        if "X" in one or "X" in two:
            continue
        if one != two:
            return "contradicts"
        named += 1
    return "refines" if named else "incomparable"
