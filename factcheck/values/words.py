"""Words in which a numeral character is no number: 一切, 四川, 九州, 五角大楼. Kept as a list, for
no grammar tells 一般 from 一百."""

# ruff: noqa: E501, SIM905 - tables of words and patterns stay one entry to a line

from __future__ import annotations

import re

from factcheck.values.folding import compile_folded

_WORDS = """
一切 一些 一般 一起 一定 一样 一樣 一直 一旦 一致 一向 一味 一边 一面 一带 一再 一共 一律 一律 一贯 一度 一番 一生
一齐 一举 一如 一流 一阵 一路 一同 一概 一经 一并 一应 一心 一气 一手 一身 一下 一点儿 一会 一会儿 一方面 一系列 一体 一部分
统一 唯一 同一 单一 万一 之一 进一步 逐一 任一 某一 每一 另一 这一 那一 专一 归一 不一 一元化 一体化 一線 一覧 一部 一方 一緒 一種の 一応 一見
一気 一般 一定 一致 一瞬 一層 一連 一環 一括 一斉 一端 一因 一助 一律 一切 一概 統一 唯一 同一 単一 万が一 随一 均一
四川 四季 四周 四处 四面 四肢 四国 四方 三星 三菱 三明治 三亚 三峡 九州 九龙 九寨沟 西九条  九九 九份 五角大楼 五官 五金 五星 五月天 五行
六本木 七夕 八卦 八幡 八王子 八百屋 八百長 二氧化碳 二手 二维 二进制 二元 二叉 二次元 二酸化 二極 三维 三角形 三次元 三重県 三郎 一郎 二郎 一朗
十足 十字 百姓 百货 百度 百貨 百科 百合 百万富翁 百済 千代 千葉 千叶 千万别 千万不 千万要 千差万別 万能 万物 万岁 万歳 万圣节 万维网 万博 万葉 万年
亿万 大陆 陆地 陆军 陸地 陸軍 大陸 陆续 登陆 内陆 上陸 入伍 队伍 退伍 伍德 肆意 放肆 朝花夕拾 拾起 拾到 收拾 捡拾 拾う 拾い 拾得
兆候 兆し 前兆 吉兆 東京 京都 北京 南京 京阪 京东 京剧 京城 京王 京浜 帝京 上京 燕京 五十音 二人三脚 四字熟語 七面鳥 八宝
两者 三者 二者 四者 两边 两岸 斤两 三方 双方 一人暮らし 一人当たり 一層 一つ一つ 一人一人 一日中 第一线 第三方 第三者 世界一 日本一 一番 一流 五輪 七福神 第六感 零下 零售 零件 零食 飘零 凋零 零基础
二重らせん 一匹狼 十字架 十二分 五分五分 第二次世界 第一次世界 第二次世界大战 第一次世界大战
""".split()  # fmt: skip


class _Compounds:
    """Says whether a numeral at a place belongs to one of the words."""

    def __init__(self, words: list[str]) -> None:
        self._by_character: dict[str, set[tuple[str, int]]] = {}
        from factcheck.values.folding import fold_characters

        for word in map(fold_characters, words):
            for index, character in enumerate(word):
                self._by_character.setdefault(character, set()).add((word, index))

    def covers(self, text: str, at: int) -> bool:
        """Whether the character at `at` of folded text is part of a listed word."""
        return any(
            text.startswith(word, at - index) and at >= index
            for word, index in self._by_character.get(text[at], ())
        )


NOT_NUMBERS = _Compounds(_WORDS)
_WEEKDAY = compile_folded(
    r"(?:(?:星期|礼拜|禮拜|(?<![0-9一二两三四五六七八九十百几数半])周)[一二三四五六]|[0-9日][(][一二三四五六](?=[)]))"
    r"(?!(?:次|个|名|场|回|度|小时|分钟|十|百|千|万|亿|点?[0-9]|天(?!气|文|然|津)|人(?![们民])))"
)
"""A weekday, which counts nothing: 星期六, 周三, `14日(六)`; but 每周三次 counts times."""


def is_weekday(text: str, at: int) -> bool:
    """Whether the numeral at `at` of folded text names a day of the week."""
    return any(
        (match := _WEEKDAY.match(text, at - length)) is not None and match.end() == at + 1
        for length in (1, 2)
        if at >= length
    )


PRONOUN_BEFORE = compile_folded(
    r"(?<![A-Za-z])(?:the|this|that|which|each|every|any|no|some|another|other|good|new|old|first|last|only)[ ]$",
    re.IGNORECASE,
)
PRONOUN_AFTER = compile_folded(
    r"[ ](?:of(?![A-Za-z])|another|can|could|should|must|may|might|would|who|you|is(?![A-Za-z])|day)|'s|self",
    re.IGNORECASE,
)
