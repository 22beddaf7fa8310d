"""What a section is about: its work by the heading, the system that it introduces, and the thing
that a heading and the sentence below it both name."""

from __future__ import annotations

import re

from factcheck.claims.names import SYSTEM, is_name
from factcheck.claims.naming import QUOTED, is_proper
from factcheck.sources.document import Block, Document, Section
from factcheck.sources.fields import field_name
from factcheck.sources.markers import PART

FIELDS_BELOW = 6
"""Lines below a heading that may say whether it is the title of a work."""

_NAME = re.compile(SYSTEM)
_INTRODUCING = re.compile(
    r"(?:提出|介绍|推出|发布|开源|名为|称为|命名为|叫做|叫作|缩写为|"
    r"简称)[了的]?[^。；;,，]{0,60}?(?P<zh>"
    + SYSTEM
    + r")(?:\s?[(（](?P<zh_short>[A-Z][A-Za-z0-9-]{1,15})[)）])?(?=[^A-Za-z]|$)|"
    r"(?P<ja>"
    + SYSTEM
    + r")(?=[ ]?(?:を(?:紹介|提案|導入|発表|公開)|と呼ばれ|という|について述べ))|"
    r"(?i:introduces?|presents?|proposes?|releases?|unveils?|called|named|"
    r"dubbed)[ ](?:[a-z-]{1,20}[ ]){0,6}(?P<en>"
    + SYSTEM
    + r")(?:\s?\((?P<en_short>[A-Z][A-Za-z0-9-]{1,15})\))?"
)
_PREFIX = re.compile(r"(?P<name>[^:：]{2,40}?)\s?[:：]\s")
GENERIC = frozenset(
    [
        "SOTA",
        "LLM",
        "LLMs",
        "NLP",
        "AI",
        "ML",
        "RL",
        "CV",
        "VLM",
        "VLP",
        "SSM",
        "RNN",
        "CNN",
        "GPU",
        "TPU",
        "CPU",
        "API",
        "PDF",
        "URL",
        "CEO",
        "CTO",
        "AGI",
        "GPT",
        "BERT",
        "SCIENCE",
        "NATURE",
        "TRANSFORMERS",
        "ABSTRACT",
        "TITLE",
        "WE",
        "OUR",
        "THE",
        "THIS",
        "IN",
    ]
)
_PAPER_LABEL = re.compile(r"(?i:论文|論文|paper|article)")
_PAPER_TAIL = re.compile(r"[(（](?:1[89]|20)[0-9]{2}年?[)）]$|\[[0-9]{1,6}(?:\.[0-9]{1,20})?\]$")


_ABOUT = re.compile(
    r"(?<![A-Za-z])(?i:about|on|for) (?!to )(?:the |a |an )?(?:new |latest )?(?P<np>.{4,60})$"
)
_QUOTED_TITLE = re.compile(r"《[^《》]{2,90}》|『[^『』]{2,90}』|[\"“][^\"“”]{8,90}[\"”]")
_PLACE = re.compile(
    r"(?:Page|Chapter|Section|Table|Figure) [0-9]{1,5}|第?[0-9]{1,5}(?:ページ|页|頁|章|節|节)"
)
_LABEL_LENGTH = {"zh": 6, "ja": 8, "en": 24}
_PRODUCT = re.compile(
    r"(?i:launches|unveils|releases|presents|introduces|opens|buys|acquires|announces)(?![A-Za-z])|"
    r"发布|推出|上市|开源|公布|発売|発表|公開|投入"
)
"""Verbs after which the quoted name of a headline is what the article is about."""


def topic_of(title: str, lead: str | None, text: str = "") -> str:
    """What a text with this title is about, given the subject of its first sentence: the quoted
    name of the title (of several the one that the text repeats most), what title and first
    sentence both name, else the title."""
    quoted = list(QUOTED.finditer(title))
    if quoted and (quoted[0].start() <= 20 or _PRODUCT.search(title)):
        names = [next(group for group in m.groups() if group).strip() for m in quoted]
        return max(names, key=lambda name: len(name) > 1 and text.count(name))
    if lead:
        shared = shared_name(title, lead)
        if shared:
            return shared
    about = _ABOUT.search(title[:160])
    if about and title.isascii():
        return about["np"].strip()
    return title


def shared_name(title: str, lead: str) -> str | None:
    """The longest run of the first sentence's subject that the title has: whole words in Latin
    script, two characters or more else."""
    if lead in title:
        return lead
    bare = lead.removeprefix("The ").removeprefix("the ")
    if bare in title:
        return bare
    if bare.isascii():
        words = bare.split()
        for size in range(len(words) - 1, 0, -1):
            for first in range(len(words) - size + 1):
                run = " ".join(words[first : first + size])
                if run in title and run[0].isupper() and run.lower() not in ("the", "a"):
                    return bare if first == 0 or size * 2 >= len(words) else run
        return None
    best = ""
    for first in range(min(len(bare), 60)):
        size = len(best) + 1
        while first + size <= len(bare) and bare[first : first + size] in title:
            best, size = bare[first : first + size], size + 1
    best = best.strip(" 的のはがを")
    return best if len(best) >= 4 or (len(best) >= 2 and bare == best) else None


def is_label(heading: str, language: str, *, mentioned: bool) -> bool:
    """Whether a heading is a mere label (Accuracy, 训练数据, Q: …?) and names nothing. `mentioned`
    tells whether the text writes it with a capital in the middle of a sentence."""
    words = heading.strip()
    if words.endswith(("?", "？")) or re.match(r"[QA][:：.]", words):
        return True
    if _PLACE.match(words):
        return True
    if mentioned or is_proper(words) or prefix_name(words):
        return False
    return len(words) <= _LABEL_LENGTH.get(language, 20)


def is_paper_section(document: Document, section: Section) -> bool:
    """Whether the section's heading is the title of a work."""
    if section.heading is None:
        known = document.metadata
        return bool(known.get("arxiv") or known.get("doi") or (
            known.get("title") and known.get("authors")
        ))  # fmt: skip
    block = document.blocks[section.heading]
    return is_title_block(document, block)


def is_title_block(document: Document, block: Block) -> bool:
    """Whether a heading or list entry looks like the title of a work: labelled as a paper, ending
    in a year or a score, or several Latin words in a text of another script."""
    words = document.text[block.content.start : block.content.end]
    if block.kind == "heading" and len(words) < 100 and _QUOTED_TITLE.fullmatch(words.strip()):
        return True
    if len(words) > 300 or block.kind not in ("heading", "list_item", "numbered_item"):
        return False
    if _PAPER_LABEL.search(block.label) or _PAPER_TAIL.search(words[-40:]):
        return True
    if block.kind == "heading" and (PART.match(words[:200]) or _described(document, block)):
        return True
    return document.language in ("zh", "ja") and words.isascii() and len(words.split()) >= 3 and (
        not words.endswith((".", ";", ","))
    )  # fmt: skip


def _described(document: Document, heading: Block) -> bool:
    """Whether the fields right below a heading are those of a work: an identifier, or authors
    below a heading that is not the document's own (an article has an author as well)."""
    index = document.block_index_at(heading.start)
    if index is None:
        return False
    for below in document.blocks[index + 1 : index + 1 + FIELDS_BELOW]:
        if below.kind != "field":
            return False
        name = field_name(below.label)
        if name in ("arxiv", "doi") or (name == "authors" and heading.level > 1):
            return True
    return False


def prefix_name(title: str) -> str | None:
    """The name before the colon of a title: `Flamingo: a Visual Language Model …`."""
    match = _PREFIX.match(title[:60])
    if match is None:
        return None
    name = match["name"].strip()
    odd = name.split()[1:]  # `Gemma 2`, `Sheared LLaMA` are names, `Scaling Language Models` is not
    if not all(any(c.isdigit() for c in word) or word[1:] != word[1:].lower() for word in odd):
        return None
    return name if len(odd) <= 2 and _NAME.fullmatch(name) else None


def focus_names(text: str, start: int, end: int) -> list[str]:
    """The systems that `text[start:end]` introduces, in text order."""
    return [
        m["zh_short"] or m["zh"] or m["ja"] or m["en_short"] or m["en"]
        for m in _INTRODUCING.finditer(text, start, end)
    ]


def may_name(name: str) -> bool:
    """Whether an introduced name can be that of a system rather than of a class of systems."""
    return name.upper() not in GENERIC and is_name(name)
