"""Wordings that note something only where they speak of a text: of an article, a table, an edition.
`He said it wrong` is news; `the caption said it wrong` is a notice. The words before them in
their paragraph count, since `It should be 3 g` rests on the sentence in front of it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck.model import NoticeKind

REACH = 200
"""Characters before a sentence, in its block, in which the text may be named."""

_L = r"(?<![A-Za-z])"
_R = r"(?![A-Za-z])"
TEXT = (
    r"(?:articles?|stor(?:y|ies)|reports?|posts?|pieces?|columns?|captions?|headlines?|photos?|"
    r"photographs?|charts?|graphics?|graphs?|maps?|tables?|figures?|equations?|paragraphs?|"
    r"recipes?|obituar(?:y|ies)|profiles?|editorials?|editions?|printings?|issues?|drafts?|"
    r"chapters?|manuscripts?|papers?|newspapers?|newsletters?|lists?|reviews?|sections?|"
    r"appendi(?:x|ces)|"
    r"footnotes?|abstracts?|translations?|documentation|changelog|readme|bylines?|credits?|"
    r"acknowledge?ments?)"
)
"""Nouns for a text or a part of one."""
SAID = (
    r"(?:said|stated|gave|put|called|described|listed|showed|named|spelled|spelt|credited|"
    r"identified|printed|reported|wrote|referred to|attributed|labell?ed)"
)
"""Verbs for what a text did, in the past."""

SPEAKS_OF_A_TEXT = re.compile(
    rf"{_L}(?i:{TEXT}|this page|pages? [0-9]{{1,4}}|v[0-9]{{1,2}}|versions? [0-9]|(?:first|"
    rf"earlier|previous|original) version|we|our|us|(?:last|this) week[’']s|newsletter|the "
    rf"(?:editors?|authors?|publisher|journal)){_R}|"
    r"本报|本刊|本站|本文|本书|本社|原文|原稿|文中|文章|文末|一文|该文|报道|上期|前文|上文|"
    r"旧版|第[一二三四五六七八九十0-9]{1,3}版|初版|译文|标题|图(?:表|中|片|\s?[0-9])|"
    r"表(?:格|中|\s?[0-9])|本栏|我们|图片|名单|数据|第[^，。]{1,6}[页頁]|公式|参考文献|编者|编辑部|名单|致谢|目录|论文|"
    r"说明书?|图说|文献|稿件|"
    r"記事|本稿|本紙|小誌|当サイト|当社サイト|前号|前回|図\s?[0-9]|ページ|見出し|写真|紙面|朝刊|お名前|数値|クレジット|ご指摘|当初|"
    r"夕刊|刷|初出|掲載|[0-9]号|論文|本訳|一覧|目次|資料|本書|この版"
)
"""Words for a text, or for those who write it."""

ABOUT: Mapping[NoticeKind, tuple[str, ...]] = {
    "retraction": (
        rf"{_L}(?:taken|took|take) (?:\w{{1,12}} ){{1,3}}down{_R}|"
        rf"{_L}(?:have|has) (?:withdrawn|retracted|unpublished) (?:the|this|its|their|our|an?){_R}",
        r"(?:予以)?作废|声明无效|不再有效|自即日起(?:失效|撤)",
        r"(?:記事|報告書|論文|発表)[^。]{0,16}(?:取り下げ|撤回)",
        rf"{_L}(?:is|are|has been|have been|was|were|being|be|hereby)\s(?:\w{{1,12}}\s)?"
        rf"(?:retracted|withdrawn){_R}",
        rf"{_L}(?:retracts?|retracted|withdraws?|withdrew|has withdrawn) "
        rf"(?:the|this|its|their|our|an?) (?:\w{{1,12}} ){{0,2}}{TEXT}{_R}",
        r"(?:已被?|被|予以|宣布|决定|正式|主动|要求|申请)?(?:撤回|撤销|撤下|下架)"
        r"(?:了)?(?:该|本|此|这篇|上述|其)?(?:篇)?(?:论文|文章|报道|稿件|文)",
        r"(?:論文|記事|本稿|小誌)[^。]{0,40}(?:撤回|取り下げ)",
    ),
    "correction": (
        rf"{TEXT}[^.;]{{0,80}}{_L}{SAID}{_R}[^.;]{{1,120}};\s"
        r"(?:it|he|she|they|the (?:correct|right|actual|true) \w{1,12})\s(?:is|was|are|were|has|"
        r"had)"
        + _R,
        rf"(?<!as )(?<![A-Za-z])[Ww]e (?:incorrectly |wrongly |"
        rf"mistakenly )?{SAID}{_R}[^.;]{{0,160}}"
        rf"{_L}(?:issue|edition|article|story|column|newsletter|caption)s?{_R}",
        rf"{_L}[Ww]e {SAID} (?:in|on) (?:our|the|last|an?) [^.;]{{0,30}}"
        rf"(?:issue|edition|article|story|column|newsletter|caption)s?{_R}",
        rf"{_L}(?:this|the|our) (?:\w{{1,12}} )?(?:post|article|story|page|report|piece|table|"
        rf"chart|"
        rf"caption|headline|column) (?:originally|initially|previously|at first|first) "
        rf"{SAID}{_R}",
        rf"{_L}contrary to (?:what (?:we|this \w{{1,12}}) (?:previously |originally |earlier )?"
        rf"{SAID}|(?:an earlier|our|a previous) (?:report|story|article)){_R}",
        rf"{_L}(?:called|described|named|identified|listed|given|spelled|spelt|reported|"
        rf"referred to|"
        rf"shown)(?: as)? [^.;]{{1,60}} in (?:\w{{1,12}}[’']s|an earlier|a previous|our|the "
        rf"\w{{3,12}}) (?:paper|edition|issue|story|article|report|column|newspaper|headline|"
        rf"caption)"
        + _R,
        rf"{_L}(?:it|this|that|they|which) should (?:be|read|say|have (?:been|read|said)){_R}",
        rf"{TEXT}[^.;]{{0,80}}{_L}(?:was|were|had been|is|are) (?:transposed|reversed|swapped|"
        rf"interchanged|switched|mixed up|garbled|misaligned|duplicated|cut off|cut short|"
        rf"truncated){_R}",
        rf"{TEXT}[^.;]{{0,60}}{_L}(?:transposed|reversed|swapped|mixed up|interchanged|confused|"
        rf"misnamed|misdated|mistranslated|miscaptioned) (?:the|two|its|his|her|their|a|an){_R}",
        rf"{_L}(?:this|which|it|that|both|they) (?:was|has been|is|have been|were|are) (?:now |"
        rf"since )?"
        rf"(?:corrected|fixed|amended|rectified){_R}",
        rf"{_L}(?:first|earlier|previous|original|printed) version of (?:table|figure|fig\.|"
        rf"section|"
        rf"chapter|equation|page|appendix|the (?:table|figure|paper|abstract)){_R}",
        r"(?:搞错|弄错|写错|标错|算错|说错|印错|记错|张冠李戴|颠倒|对调|错位|印反|错行|重复排印)",
        r"(?:应为|应当为|应是|实为|实际上?(?:为|是)|而应为)[^。]{1,60}$",
        r"(?:的)(?:说法|表述|数字|提法|写法|日期)(?:也|并|是|则)?(?:不准确|不正确|不确切|有误|不对)",
        r"(?:已|均已|现已|已在[^，。]{1,8}中?)(?:改正|更正|修正|订正)",
        r"特此说明|谨此致歉|向读者致歉|感谢(?:读者)?指正|编者[按注][^。]{0,40}(?:更正|订正|有误)",
        r"(?:誤り|間違い|誤記|誤植|誤字|誤訳|誤表記|不備)(?:が(?:あり|ござい|含まれ|見つかり|"
        r"ある|判明)|でした|です)",
        r"正しくは[^。]{1,60}(?:です|でした|だ|である|になります)|正しくは[^。]{1,40}$",
        r"(?:と(?:書き|報じ|お伝えし|記し|記載し|説明し|紹介し|表記し)(?:ました|てい(?:まし)?た|た)|"
        r"とし(?:ました|ていました))が[、,]?[^。]{1,80}(?:でした|です|だった|である)",
        r"(?:初版|第[0-9一二三]版|旧版|以前の版|初稿|v[0-9])[^。]{0,40}(?:となってい|とあっ|としてい|"
        r"と記してい|だっ)た(?:が|ため)[^。]{0,60}(?:直し|直され|改め|修正|訂正)",
        r"(?:入れ替わって|逆になって|逆に(?:記載|掲載)され|重複して|ずれて)(?:い|お)(?:ました|りました|た)",
        r"(?:前回|前号|初出|先の|以前の|当初|先週)[^。)）]{0,24}(?:と|を)(?:誤って)?(?:記載|表記|掲載|"
        r"報道|紹介)(?=$|[。)）]|し|して)",
        r"(?:記事|記述|本文|図|表|ページ|見出し|写真説明)[^。]{0,16}を(?:一部)?(?:修正|訂正)"
        r"(?:し|いたし|致し|され)",
        r"(?:違って|間違って|誤って)(?:い|お)(?:ました|りました)",
        rf"{_L}(?:which|that|whose \w{{1,12}}) (?:we|our \w{{1,12}}) (?:\w{{1,12}} )?(?:gave|"
        rf"spelled|"
        rf"spelt|put|listed|named|reported)[^.;]{{0,40}}{_R}",
        rf"{_L}(?:had|got|gave|printed|used|carried) (?:the|an?|its|his|her) (?:\w{{1,12}} ){{0,3}}"
        rf"(?:wrong|incorrect|mistaken){_R}|{_L}(?:had|got|gave|used|carried) (?:the|"
        rf"an?) (?:wrong|incorrect|"
        rf"mistaken) \w{{1,16}}{_R}",
        rf"{_L}(?:got|had) (?:the |his |her |its |their )?[^.;]{{1,40}} wrong{_R}",
        rf"{_L}apolog(?:ies|ise|ize|ised|ized) to [^.;]{{1,60}}{_L}(?:whose|whom|for){_R}",
        rf"{_L}used to (?:say|state|read|list|give){_R}|{_L}(?:that|this|which) was (?:wrong|"
        rf"incorrect|"
        rf"mistaken|an error|a mistake|our mistake){_R}",
        rf"{_L}(?:amended|corrected) (?:on|at|to){_R}",
        rf"{_L}(?:because of|due to|owing to|through|as a result of) (?:an?|"
        rf"our) (?:\w{{1,16}} ){{0,2}}"
        rf"(?:error|mistake|slip|mix-up|oversight){_R}",
        rf"{_L}(?:was|were) given as{_R}",
        r"误(?:把|将)[^，。]{1,40}(?:归于|写为|写成|当作|列为|称为|译为|记为|作)",
        r"拼错|译错|登错|排错",
        r"(?:指摘|ご指摘)(?:により|を受け|をいただき|があり)[^。]{0,40}(?:改め|直し|修正|訂正|変更)",
        r"(?:誤記|誤植|書き間違い|表記ミス|記載ミス|入力ミス)(?:で|が|の|に)",
        r"(?:間違|誤)(?:えて|って)(?:い|お)(?:ました|りました)|(?:間違い|誤り)(?:でした|だった|であった)",
        r"とし(?:て(?:い|お)(?:た|りました|ました))?(?:の|もの)を(?:修正|訂正|変更|改め)",
    ),
    "omission": (
        rf"{_L}(?:omitted|omits|left out|leaves out|failed to (?:mention|include|credit|note|list|"
        rf"say)|"
        rf"did not (?:mention|list|credit)|neglected to){_R}",
        r"(?:没有|未|未能|漏了?|忘记)(?:提及|提到|标注|注明|署名|写明|列入|交代)(?!的)",
        r"(?:遗漏|漏掉|漏写|漏译|缺漏|脱漏|漏列|漏登|漏署|漏排)(?:了|的|一|部分|若干|多|，|。|$)",
        r"(?:が|は|を)(?:抜けて|漏れて|書き漏ら|記載していません|掲載していません|落として)",
        rf"{_L}should (?:also )?have (?:\w{{1,12}} )?(?:thanked|mentioned|credited|included|"
        rf"listed|noted|"
        rf"named|acknowledged|cited){_R}",
        rf"{_L}missing from (?:the|our){_R}|{_L}left off (?:the|our|this|a){_R}|"
        rf"{_L}(?:was|were) not (?:credited|mentioned|named|listed|cited) in (?:the|our|this){_R}",
        r"(?:少|缺|漏)(?:列|登|写|印|署|了)(?:了)?(?:一|两|二|三|几|数|部分|[0-9])|未注明|(?:特此|现予以?|在此)补(?:上|充|正)",
        r"(?:触れて|言及して|記して|紹介して|記載して|掲載して|クレジットして)(?:い|お)(?:ません|りません)",
        r"(?:記載|表記|言及|記述|クレジット|お名前)が(?:ありません|ございません|欠けて|脱落)|(?:が|は)(?:脱落|欠落|欠けて)",
    ),
    "disclaimer": (
        rf"{_L}(?:preliminary|provisional|unaudited) and (?:may|might|could|are|will){_R}|"
        rf"{_L}(?:has|have) not (?:yet )?been (?:peer[- ]reviewed|reviewed|audited|certified){_R}",
        r"初步(?:统计|数据|结果)|(?:尚|还)?未(?:经|经过)(?:同行评议|审核|审计|核实)",
        r"速報値|暫定値|査読(?:前|を経てい|を受けてい|されてい)",
    ),
    "placeholder": (
        rf"{_L}(?:will be|to be) (?:published|printed|added|carried|given|announced) in (?:next|"
        rf"the next|a "
        rf"later|a future|our next|tomorrow)[^.]{{0,20}}{_R}|"
        rf"{_L}(?:will|is to|are to) follow{_R}(?=\W{{0,3}}$| (?:in|with|later|soon|shortly))",
        rf"{_L}(?:is|are) (?:still )?(?:being (?:written|prepared|translated|drafted)|"
        rf"not yet (?:written|"
        rf"available|implemented|documented|complete|ready|translated)){_R}",
        r"(?:将|会)(?:在|于)(?:后续|下期|下一期|下一版|明日|次日)[^。，]{0,10}(?:公布|刊出|刊登|发布|"
        r"补充|报道|推出|交代)",
        r"(?:次号|次回|次版|続編)(?:に|で)(?:掲載|公開|収録|紹介)(?:する|し|予定|され)",
    ),
}  # fmt: skip
"""Kind → patterns over one sentence; each counts only where SPEAKS_OF_A_TEXT finds something."""
