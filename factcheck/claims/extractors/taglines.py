"""What a text says of a system in one line behind its name: `推荐:Heron:读懂长文的小模型`, or in
a list of several. A title in another article may say the same of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.claims.making import Maker
from factcheck.claims.names import SYSTEM
from factcheck.claims.reading import Reading
from factcheck.model import Claim, Text
from factcheck.sources.document import Block

_LINE = re.compile(rf"(?P<s>{SYSTEM})\s?[:：]\s?(?P<v>[^:：;；。！？!?\n]{{6,80}})")
_WIDE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]{3}")


class Taglines:
    """`tagline` claims of Chinese and Japanese texts: in English a colon behind a name belongs to
    a title."""

    name = "taglines"
    version = "1"

    def extract(self, reading: Reading) -> Iterable[Claim]:
        maker = Maker(reading=reading, extractor=f"{self.name}@{self.version}")
        for index, block in enumerate(reading.document.blocks):
            prose = block.zone == "body" and block.kind in ("field", "paragraph", "list_item")
            if prose and not reading.is_title(index):
                yield from _behind_names(maker, block)


def _behind_names(maker: Maker, block: Block) -> Iterator[Claim]:
    text = maker.text
    for match in _LINE.finditer(text, block.content.start, block.content.end):
        if not _WIDE.search(match["v"]):
            continue
        labelled = block.kind == "field" and match.start() == block.content.start
        start = block.start if labelled else match.start()
        value = Text(value=match["v"].strip(" ,，、"))
        yield from maker.made(match["s"], "tagline", value, (start, match.end()))
