"""The words that bound or hedge a number in three languages, as data: `>=` at least, `<=` at most,
`>` more than, `<` less than, `=` equal to, `~` about, `near` almost. Each is a piece of a pattern,
tried in this order; a new word is a new entry."""

# ruff: noqa: E501 - tables of words and patterns stay one entry to a line

from __future__ import annotations

BEFORE: tuple[tuple[str, tuple[str, ...]], ...] = (
    (">=", (
        r"大于(?:或者?)?等于", r"大於等於", r"不小于", r"不少于", r"不低于", r"至少(?:是|有|为)?",
        r"最少(?:是|有|为)?", r"最低(?:是|有|为)?", r"起码", r"≥", r">=", r"=>", r"\\geq?\$?",
        r"(?<![A-Za-z\\])geq?\$", r"少なくとも", r"最低でも", r"最小", r"最低", r"大なりイコール",
        r"(?<![A-Za-z])at least", r"(?<![A-Za-z])(?:no (?:less|fewer|smaller|lower) than)",
        r"(?<![A-Za-z])(?:not (?:less|fewer|smaller) than)",
        r"(?<![A-Za-z])(?:(?:greater|more|bigger|larger|higher)(?: than)? or equal (?:than|to))",
        r"(?<![A-Za-z])(?:(?:greater|more|bigger|larger) than or equal to)",
        r"(?<![A-Za-z])(?:(?:equal to )?or (?:greater|more|bigger|larger|higher) than)",
        r"(?<![A-Za-z])(?:equal to or (?:greater|more|bigger|larger) than)",
        r"(?<![A-Za-z])a minimum of", r"(?<![A-Za-z])minimum",
    )),
    ("<=", (
        r"小于[ ]{0,3}(?:或者?)?[ ]{0,3}等于", r"不大于", r"不超过", r"不多于", r"不高于",
        r"至多(?:是|有|为)?", r"最多(?:是|有|为)?", r"最高(?:是|有|为)?", r"≤", r"<=", r"=<",
        r"\\leq?\$?", r"(?<![A-Za-z\\])leq?\$", r"多くて", r"多くとも", r"最大(?:で|が)?",
        r"最高で", r"小なりイコール", r"(?<![A-Za-z])at most",
        r"(?<![A-Za-z])(?:no (?:more|greater|larger|bigger|higher) than)",
        r"(?<![A-Za-z])(?:not (?:more|greater|larger|bigger) than)",
        r"(?<![A-Za-z])(?:(?:less|fewer|smaller|lower)(?: than)? or equal (?:than|to))",
        r"(?<![A-Za-z])(?:(?:less|fewer|smaller|lower) than or equal to)",
        r"(?<![A-Za-z])(?:equal to or (?:less|fewer|smaller|lower) than)", r"(?<![A-Za-z])up to",
        r"(?<![A-Za-z])a maximum of", r"(?<![A-Za-z])maximum",
    )),
    (">=", (
        r"大于或?者?[ ]{0,3}等于",
    )),
    (">", (
        r"大于", r"多于", r"高于", r"超过(?:了)?", r"超越", r"高过", r"逾", r"突破", r"长达",
        r"比", r"超(?!级|过)", r">", r"大なり", r"(?<![A-Za-z])more than",
        r"(?<![A-Za-z])greater than", r"(?<![A-Za-z])larger than", r"(?<![A-Za-z])bigger than",
        r"(?<![A-Za-z])higher than", r"(?<![A-Za-z])over", r"(?<![A-Za-z])above",
        r"(?<![A-Za-z])(?:exceed(?:s|ed|ing)?)", r"(?<![A-Za-z])(?:surpass(?:es|ed|ing)?)",
        r"(?<![A-Za-z])upwards of", r"(?<![A-Za-z])in excess of",
    )),
    ("<", (
        r"小于", r"少于", r"低于", r"不到", r"不足", r"未满", r"(?<![到达])未达", r"<", r"小なり",
        r"(?<![A-Za-z])(?:less than|fewer than|smaller than|lower than|under|below)",
    )),
    ("=", (
        r"等于", r"(?<![A-Za-z])equal(?:s|ing)?(?: to)?",
    )),
    ("near", (
        r"将近", r"接近", r"近(?!年|代|日|期)",
        r"(?<![A-Za-z])(?:nearly|almost|close to|just under)", r"ほぼ", r"ざっと",
    )),
    ("~", (
        r"约", r"大约", r"大概(?:有|是)?", r"约为", r"约有", r"左右", r"差不多", r"估计",
        r"およそ", r"おおよそ", r"おおむね", r"概ね", r"だいたい", r"たぶん", r"≈", r"~",
        r"(?<![A-Za-z])about", r"(?<![A-Za-z])around", r"(?<![A-Za-z])approximately",
        r"(?<![A-Za-z])approx\.?", r"(?<![A-Za-z])roughly", r"(?<![A-Za-z])some",
        r"(?<![A-Za-z])circa", r"(?<![A-Za-z])ca\.", r"(?<![A-Za-z])c\.",
        r"(?<![A-Za-z])an estimated", r"(?<![A-Za-z])estimated", r"(?<![A-Za-z])on the order of",
    )),
)  # fmt: skip
"""Words in front of a number."""

AFTER: tuple[tuple[str, tuple[str, ...]], ...] = (
    (">=", (

        r"(?:、)?(?:个|個|人|名|岁|歳|番目)?(?:或者?|及|もしくは|あるいは|または|又は)?(?:それ)?以上",
        r"及以上", r"\+(?![0-9])", r"よりも?大なり又?イコール", r"、?(?:あるいは|もしくは)以上",
        r"(?:or|and)[ ](?:more|greater|above|older|larger|higher|over|bigger)(?:[ ]than)?(?![A-Za-z]|[ ]than|[ ][0-9])",
        r"または?それ以上",
    )),
    ("<=", (
        r"(?:个|個|人|名|岁|番目)?(?:或者?|及|もしくは|あるいは|または)?(?:それ)?以下",
        r"(?<![年月日天周时间秒分])以内", r"まで(?:は)?ない", r"を?超えない",
        r"より大きくな[くい]",
        r"(?:or|and)[ ](?:less|fewer|below|younger|smaller|lower|under)(?:[ ]than)?(?![A-Za-z]|[ ]than|[ ][0-9])",
    )),
    (">=", (
        r"より小さくな[くい]", r"を?下回らない",
    )),
    ("<", (
        r"未満", r"よりも?(?:小さ[いく](?:か等しい)?|少な[いく]|低[いく])", r"足らず",
        r"(?<=[割倍%])弱", r"を?下回",
    )),
    (">", (
        r"よりも?(?:大き[いく]|多[いく]|高[いく]|大なり)", r"を?超(?:え[るた]?|す|)(?!大)",
        r"(?<=[割倍%])强", r"を?上回",
    )),
    ("=", (
        r"に等しい",
    )),
    ("~", (
        r"左右", r"上下(?!文|级|左|两)", r"前後", r"前后", r"程度", r"ほど", r"くらい", r"ぐらい",
        r"内外", r"余り", r"(?<![A-Za-z])or so(?![A-Za-z])",
    )),
    ("near", (
        r"近く",
    )),
)  # fmt: skip
"""Words behind a number."""
