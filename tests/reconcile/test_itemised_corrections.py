"""Where the corrections of a notice may stand: near a notice of several errors, in its own
section for a notice of one thing."""

from __future__ import annotations

import pytest

import factcheck

GIVEN_ELSEWHERE = {
    "en": "# Notes\n\n## Bridge\n\n"
    "Correction: we wrote that the span is 310 metres; it is 130 metres.\n\n## Tunnel\n\n"
    "An earlier version of this article misstated when the tunnel opened.\n",
    "zh": "# 更正\n\n## 大桥\n\n更正:原文把主跨写成 310 米,应为 130 米。\n\n"
    "## 隧道\n\n原文关于隧道工期的说法有误,正确的数字见下文。\n\n隧道连接两岸的旧城。\n",
    "ja": "# 訂正\n\n## 橋\n\n"
    "前回の記事で橋の長さを310メートルとしたのは誤りで、正しくは130メートルです。\n\n"
    "## トンネル\n\nトンネルの工期についても誤りがありました。おわびして訂正します。\n",
}
GIVEN_BELOW = {
    "en": "# Notes\n\nThe first printing had several errors, corrected here.\n\n## Bridge\n\n"
    "Correction: we wrote that the span is 310 metres; it is 130 metres.\n",
    "zh": "# 更正\n\n原文有几处错误,本文一并更正。\n\n## 大桥\n\n"
    "更正:原文把主跨写成 310 米,应为 130 米。\n",
    "ja": "# 訂正\n\n前回の記事に次の誤りがありました。\n\n## 橋\n\n"
    "前回の記事で橋の長さを310メートルとしたのは誤りで、正しくは130メートルです。\n",
}


def ungiven(text: str) -> list[str]:
    found = factcheck.check(text).conflicts
    return [c.sides[0].quote.exact for c in found if c.code == "FC601"]


@pytest.mark.parametrize("language", GIVEN_ELSEWHERE)
def test_a_correction_in_another_section_is_not_this_one(language: str) -> None:
    assert len(ungiven(GIVEN_ELSEWHERE[language])) == 1


@pytest.mark.parametrize("language", GIVEN_BELOW)
def test_several_errors_may_be_corrected_further_down(language: str) -> None:
    assert ungiven(GIVEN_BELOW[language]) == []
