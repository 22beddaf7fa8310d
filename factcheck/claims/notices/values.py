"""The wrong and the right value that a notice states, and its date. Never invented: what is not
worded as a pair stays None."""

from __future__ import annotations

import re

_Q = r"[\"“”'‘’「」『』《》]?"
_NUMBER = (
    r"[$€£¥]?[0-9][0-9.,]{0,20}(?:\s?(?:%|percent|million|billion|trillion|"
    r"[万亿億兆千百]+))?(?:\s?(?:元|円|人|名|年|USD|dollars?|euros?|pounds?|yen|yuan|"
    r"people|metres|kilometres|miles|years?|days?|km|kg|m)(?![A-Za-z]))?"
)
_PAIRS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"[\"“「『](?P<wrong>[^\"”」』]{1,80})[\"”」』]\s?(?:\([^()]{0,40}\))?\s?(?:sho"
            r"uld (?:be|read|have been|have read|say)|is to be read as|"
        r"(?:の誤り|は誤りで)[、，]?(?:正しくは)?|应为|应改为|应是|は|→|->|=>|"
            r"was changed to|is changed to|to|改为|更正为|を)\s?"
        r"[\"“「『](?P<right>[^\"”」』]{1,80})[\"”」』]",
        rf"(?P<wrong>{_NUMBER})\s?(?:\([^()]{{0,40}}\))?[,，、]?\s?(?:should (?:be|"
            rf"read|have been)|应为|应改为|应是|而应为|正しくは、?|→|->|=>|更正为|改为|"
            rf"の誤りで、?正しくは)\s?(?P<right>{_NUMBER})",
        r"(?P<wrong>[A-Za-z0-9.\-]{1,30})\s(?:→|->|=>)\s(?P<right>[A-Za-z0-9.\-^\\]{1,30})",
        r"(?:incorrectly|erroneously|wrongly|mistakenly) (?:stated|said|reported|gave|"
            r"listed) (?:that )?(?P<wrong>[^.;]{1,120}?)[.;,] "
        r"(?:It|The correct (?:\w{1,12} )?(?:is|was)|In fact,?|Actually,?|"
            r"the correct \w{1,12} is)\s?(?:is |was )?(?P<right>[^.;]{1,120})",
        rf"(?:it is|it was|was|is|were|are|has|"
            rf"had) (?P<right>{_NUMBER})[^.;]{{0,40}}?, not (?P<wrong>{_NUMBER})",
        rf"(?:not|instead of|rather than) (?P<wrong>{_NUMBER})[^.;]{{0,20}}?[,;] (?:but"
            rf"|it is|it was) (?P<right>{_NUMBER})",
        rf"(?:from) (?P<wrong>{_NUMBER}) to (?P<right>{_NUMBER})",
        r"(?:把|将)[^，,。；]{1,60}(?:写成|写为|标为|误写为|误作|误写成|算成|说成|译成|"
            r"译为)了?(?P<wrong>[^，,。；]{1,40})[，,；]\s?(?:应为|实为|应是|正确为|实际为|"
            r"其实是)(?P<right>[^，,。；]{1,40})",
        r"(?:を|が|は)「?(?P<wrong>[^を、。「」]{1,40})」?(?:と(?:した|記載した|"
            r"表記した|あった|していた|ある)のは)(?:誤り|"
            r"間違い)で、?正しくは「?(?P<right>[^。、「」]{1,40}?)」?(?:です|だ|である|"
            r"でした|になります)?(?:。|$)",
        r"(?:误写为|误写成|误作|误译为|误标为|误报为|写成了|"
            r"误称为?)[“「『]?(?P<wrong>[^”」』，,。；]{1,40})[”」』]?[，,；;。]\s?(?:实为|"
            r"应为|正确为|实际为|正确应为|应是)[“「『]?(?P<right>[^”」』，,。；]{1,40})",
        r"(?:将|把)[“「『]?(?P<right>[^”」』，,。；]{1,40})[”」』]?(?:误写为|误写成|"
            r"误作|误译为|误译成|误标为|误报为|写成了|写成|"
            r"误称为)[“「『]?(?P<wrong>[^”」』，,。；]{1,40})",
        r"(?:将|把)[“「『]?(?P<wrong>[^”」』，,。；]{1,40})[”」』]?(?:更正为|改为|"
            r"订正为|修正为)[“「『]?(?P<right>[^”」』，,。；]{1,40})",
        r"(?P<wrong>[^、。「」]{1,40})(?:とあるのは|としたのは|と記載したのは|"
            r"と表記したのは)[、]?(?:正しくは)?(?P<right>[^、。「」]{1,40})の(?:誤り|"
            r"間違い)",
        r"[「『](?P<wrong>[^」』]{1,60})[」』](?:とあるのは|としたのは|と記載したのは|"
            r"は)[、]?(?:正しくは)?[「『](?P<right>[^」』]{1,60})[」』]の(?:誤り|間違い)",
        r"(?:写成|写作|写为|说成|标成|标为|误为|误作|排成|印成)了?(?P<wrong>[^，。；“”]{1,30})[，,；]\s?"
        r"(?:实际(?:上)?(?:是|为)|实为|其实是|应为|应是|应作|正确的?是|改为)(?P<right>[^，。；“”]{1,30})",
        r"(?:为|是)(?P<right>[^，。；]{1,24})[，,]\s?(?:初版|原版|旧版|原文|前文|此前)?误(?:为|作|写为|植为|称为?)"
        r"(?P<wrong>[^，。；]{1,24})",
        r"(?<![0-9.,第])(?P<wrong>[0-9][0-9.,万亿]{0,12}[^，。；“”0-9]{0,6})[，,；]\s?(?:实际(?:上)?(?:是|为)|实为|其实是|应为|应是|应作)"
        r"(?P<right>[0-9][^，。；“”]{0,16})",
        r"[“「『](?P<right>[^”」』]{1,40})[”」』]误(?:为|作|写为|写成|植为|称为|排为)[“「『](?P<wrong>[^”」』]{1,40})",
        r"(?:是|为)(?P<right>[^，。；]{1,24})[，,]\s?(?:而?不是|而非|并非)(?P<wrong>[^，。；]{1,24})",
        r"[“「『](?P<wrong>[^”」』]{1,60})[”」』]\s?(?:应作|应改为|改作|改为|应为)\s?[“「『](?P<right>[^”」』]{1,60})",
        r"は(?P<right>[^、。（(は]{1,24}?)(?:です|でした|だ)?[（(](?:初版|旧版|前回の記事|前号|初出)(?:では?|に)、?"
        r"(?P<wrong>[^）)。、]{1,24}?)(?:と(?:記載|表記|していました))?[）)]",
        r"は(?P<right>[^、。は]{1,20})(?:で|であり)、(?P<wrong>[^、。]{1,20})では(?:ない|ありません)",
        r"(?P<wrong>[^、。はが]{1,20})ではなく、?(?P<right>[^、。はが]{1,20}?)(?:です|でした|だ|である|。|$)",
        r"[をは](?:「(?P<wrong_q>[^」]{1,40})」|(?P<wrong>[^「」、。をは]{1,24}))と(?:書き|記載し|表記し|お伝えし|報じ|説明し|し)"
        r"(?:て(?:い|おり))?ましたが、(?:正しくは)?「?(?P<right>[^「」、。]{1,24}?)」?(?:です|でした|だ|。|$)",
        rf"(?:as|at|of|to|was|were) (?P<wrong>{_NUMBER})[;.] (?:[Ii]t|[Ss]he|[Hh]e|[Tt]hey|"
        rf"[Tt]here) "
        rf"(?:is|was|were|are|has|had) (?:only |about |in fact )?(?P<right>{_NUMBER})",
        r"[:,]\s(?:the )?[\"“]?(?P<wrong>[^:;,\"“”]{1,60}?)[\"”]? should (?:be|read|have been) "
        r"[\"“]?(?P<right>[^:;\"“”]{1,60}?)[\"”]?\.?$",
        r"[Rr]eplace [\"“](?P<wrong>[^\"”]{1,60})[\"”] (?:by|"
        r"with) [\"“](?P<right>[^\"”]{1,60})[\"”]",
        r"[「『](?P<wrong>[^」』]{1,60})[」』](?:は|"
            r"を)[「『](?P<right>[^」』]{1,60})[」』](?:が正し|に訂正|に修正|に改め)",
        r"[Ff]or [\"“](?P<wrong>[^\"”]{1,60})[\"”],? read [\"“](?P<right>[^\"”]{1,60})[\"”]",
        rf"(?:is|was|are|were|has|had) (?P<right>{_NUMBER})[^.;]{{0,40}}; the (?:first|second|"
        rf"earlier|previous) (?:printing|edition|version) (?:had|said|gave|read) "
        rf"(?P<wrong>{_NUMBER})",
        r"(?:by|of|from|in|to|at) (?P<right>[A-Z][^,.;]{1,40}), not (?:by |of |from |in |to |at )"
        r"(?P<wrong>[A-Z][^,.;]{1,40})",
        r"(?:is|was|are|were) (?P<right>[A-Z][^,.;]{1,40}), not (?P<wrong>[A-Z][^,.;]{1,40})",
        r"[(（]?[误誤][)）:：]\s?(?P<wrong>[^)）→、，\n]{1,60}?)[\s→、，)）(（]{1,4}正[)）:"
            r"：]\s?(?P<right>[^)）\n、，。]{1,60})",
    )
)  # fmt: skip
_RIGHT_ONLY = re.compile(
    r"(?:should (?:read|have read|have been)\s|应为|应改为|正确的?(?:数字|说法|"
        r"名称)?(?:为|是)|正しくは、?)[\"“「『]?"
    r"[:：]?(?P<right>(?:[^\"”」』。.;；，,]|[.,](?=[0-9])){1,60}?)(?:です|でした|である|だ|"
        r"となります)?(?=[\"”」』。;；，]|[.,](?![0-9])|$)", re.I,
)  # fmt: skip
_DATE = re.compile(
    r"(?<![0-9])(?P<y>(?:19|20)[0-9]{2})(?:-|/|\.|年)(?P<m>[0-9]{1,2})(?:-|/|\.|"
    r"月)(?P<d>[0-9]{1,2})(?![0-9])"
)
_ENGLISH_DATE = re.compile(
    r"(?<![A-Za-z])(?P<m>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|"
    r"Dec)[a-z]{0,6}\.? (?P<d>[0-9]{1,2}),? "
    r"(?P<y>(?:19|20)[0-9]{2})(?![0-9])"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def wrong_and_right(words: str) -> tuple[str | None, str | None]:
    """The pair that the words state, either of them None where it is not stated."""
    for pattern in _PAIRS:
        match = pattern.search(words)
        if match:
            wrong = (match["wrong"] or match.groupdict().get("wrong_q") or "").strip(" 。.")
            right = match["right"].strip(" 。")
            if wrong and right and wrong != right:
                return wrong, right
    match = _RIGHT_ONLY.search(words)
    return (None, match["right"].strip() or None) if match else (None, None)


def right_in_next(words: str, following: str) -> tuple[str | None, str | None]:
    """The pair that a notice and the sentence behind it state together: `said that it employs
    1,200 people. It employs 2,100.`"""
    pair = wrong_and_right(following)
    if pair[0] and pair[1]:
        return pair
    wrong, right = _FIGURE.findall(words), _FIGURE.findall(following)
    if _SAID.search(words) and len(wrong) == 1 and len(right) == 1 and wrong != right:
        return wrong[0], right[0]
    return None, None


_FIGURE = re.compile(
    r"(?<![A-Za-z0-9.])[$€£¥]?[0-9][0-9,]{0,20}(?:\.[0-9]{1,6})?(?:\s?(?:%|percent|"
    r"million|billion|trillion|[万亿億兆]))?"
)
_SAID = re.compile(
    r"(?<![A-Za-z])(?i:said|stated|gave|misstated|reported|listed|put|"
    r"described)(?![A-Za-z])|写|称|报道|説明|記載|表記|报为"
)


def date_stated(words: str) -> str | None:
    """The first calendar date in the words, as ISO 8601."""
    match = _DATE.search(words)
    if match:
        month = int(match["m"])
    else:
        match = _ENGLISH_DATE.search(words)
        if match is None:
            return None
        month = _MONTHS.index(match["m"].lower()) + 1
    day = int(match["d"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{match['y']}-{month:02d}-{day:02d}"
