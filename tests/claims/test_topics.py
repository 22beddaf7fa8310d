"""What a text is about, told by its title and its sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims import extract
from factcheck.claims.topics import topic_of
from factcheck.sources import read_text

TOPICS = [
    ("Corran Tower opens after a long wait", "The Corran Tower", "", "Corran Tower"),
    ("“Low Boats” sold to a museum", None, "", "Low Boats"),
    ("Five questions about the malaria trial", None, "", "malaria trial"),
    ("飞霜科技发布耳机“听海2”", None, "“听海2”", "听海2"),
    ("复活的“声”　古剧「雾渡」重演", None, "「雾渡」是古剧。「雾渡」", "雾渡"),
    ("东岭大桥通车", "东岭大桥", "", "东岭大桥"),
    ("翠光電機、自転車「ハコ」を発売", None, "「ハコ」", "ハコ"),
    ("Two riders hold on to win the tour", None, "", "Two riders hold on to win the tour"),
]


@pytest.mark.parametrize(("title", "lead", "text", "topic"), TOPICS)
def test_the_topic_of_a_title(title: str, lead: str | None, text: str, topic: str) -> None:
    assert topic_of(title, lead, text) == topic


HEROES = [
    ("她把琴声带进了山村\n\n柳若衡出生于1978年。柳若衡在县城长大。"
     "2001年毕业后,柳若衡回到村里。\n\n教室有120个座位。\n", "120", "柳若衡"),
    ("How a village got its light back\n\nPetra Lund was born in 1951. Petra Lund learned to "
     "solder. In 2009 Petra Lund built a dam.\n\nThe turbine weighs 900 kg.\n", "900 kg",
     "Petra Lund"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "subject"), HEROES)
def test_without_a_telling_title_the_topic_is_whom_the_sentences_name_most(
    text: str, words: str, subject: str
) -> None:
    found = [c for c in extract(read_text(text, "note.txt")).claims if words in c.quote.exact]
    assert {claim.subject for claim in found} == {subject}


@given(st.text(alphabet="aA的はが。，、. (1)“”「」the is\n", max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read(text: str) -> None:
    for claim in extract(read_text(text, "note.txt")).claims:
        assert claim.subject.strip()
