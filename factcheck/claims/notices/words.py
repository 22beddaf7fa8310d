"""The words by which an article notes a correction of itself or of another text, as tables.

Each row is a kind of notice and a bounded pattern over one sentence. OTHER_SENSES are the uses of
the same words that note nothing (error correction, weight update, 纠错码, 誤り訂正)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from factcheck.claims.notices.text_words import ABOUT, SAID, TEXT
from factcheck.model import Language, NoticeKind

_PART = (
    r"(?:typos?|typographical|citations?|references?|bibliograph\w{1,4}|tables?|"
    r"figures?|equations?|eqs?\.|"
    r"formulas?|sections?|authors?|acknowledge?ments?|hyperlinks?|links?|urls?|"
    r"footnotes?|captions?|titles?|"
    r"abstracts?|appendi\w{1,4}|formatting|headings?|sponsors?|acronyms?|spelling|names?|pages?|"
    r"errors?|mistakes?|notation|wording|numbers?|values?|paper|article|story|headline|version|"
    r"paragraphs?|constraints?|examples?|definitions?|results?|text|content|algorithm|"
    r"theorem|proof|"
    r"lines?|funding|affiliations?|emails?|metadata|chart|graphic|photo|byline|"
    r"quotation|quote|date)"
)
_FIX = (
    r"(?:correct(?:s|ed|ing)?|fix(?:es|ed|ing)?|amend(?:s|ed)?|rectif(?:y|ies|ied)|"
    r"updat(?:es?|ed|ing)|"
    r"revis(?:es?|ed)|replac(?:es?|ed)|chang(?:es?|ed)|add(?:s|ed)|remov(?:es?|ed)|"
    r"clarif(?:y|ies|ied)|"
    r"extend(?:s|ed)|reword(?:s|ed)?|incorporat(?:es?|ed)|insert(?:s|ed)|delet(?:es?|ed))"
)
_REPAIR = (
    r"(?:correct(?:s|ed|ing)?|fix(?:es|ed|ing)?|amend(?:s|ed)?|rectif(?:y|ies|ied)|"
    r"replac(?:es?|ed)|reword(?:s|ed)?|revis(?:es?|ed))"
)
_CORRECT = r"(?:correct(?:s|ed|ing)?|fix(?:es|ed|ing)?|amend(?:s|ed)?|rectif(?:y|ies|ied))"
_L = r"(?<![A-Za-z])"
_R = r"(?![A-Za-z])"

Row = tuple[str, str]

RETRACTION: tuple[str, ...] = (
    rf"^\W{{0,4}}(?:this|the|our) {_PART}[^.;]{{0,60}}{_L}(?:retracted|withdrawn){_R}",
    r"^\W{0,4}(?:retracted|withdrawn|retraction|withdrawal)\s?(?:[.:：]|$|notice|note)",
    rf"{_L}(?:retracts?|retracting|withdraws?)\s(?:the|this|its|their|our|an?|"
    rf"that)\s(?:\w{{1,12}}\s){{0,2}}"
    r"(?:paper|article|story|report|study|claim|statement|publication|manuscript|results?)",
    rf"{_L}no longer (?:valid|hold|holds|supported|reliable){_R}",
    r"(?:chang|invalidat|affect|impact)\w{1,4}\s(?:the\s)?(?:main\s)?(?:findings|"
    r"conclusions?) of the (?:paper|article|study)",
    r"(?:已被?|被|予以|宣布|决定|正式|主动|要求|申请|遭到?|论文)(?:撤稿|撤销发表)|"
    r"撤稿(?:声明|通知|启事)",
    r"撤回(?:いたします|のお知らせ)|全文を撤回",
)
CORRECTION: tuple[str, ...] = (
    r"^\W{0,6}(?:corrections?|corrigend(?:um|a)|errat(?:um|a)|clarification|"
    r"editor.?s.? note)\s{0,2}"
    r"(?:[:：.—–-]|$|\((?=[0-9A-Z])|to{1}\s|of\s|in\s|appended|notice|,[^:.]{1,24}:)|"
    r"^\W{0,6}corrected\s{0,2}[:：]",
    rf"{_L}(?:an? |the )?(?:earlier|previous|prior|original|published|print|"
    rf"first) (?:version|edition|draft|headline|caption)s? "
    rf"(?:of (?:this|our|the (?:{_PART}|post|report|page))|(?:contain\w{{0,2}}|had|has|"
    rf"included) (?:an? |the |some |"
    rf"several )?(?:errors?|mistakes?|typos?|wrong|incorrect|inaccura\w{{1,4}}|bugs?)|stated|said|"
    rf"misstated|incorrectly|gave|misspelled){_R}",
    rf"{_L}(?:misstated|misspelled|mis-stated|misidentified|misattributed|misquoted|"
    rf"misreported|miscalculated|"
    r"mislabell?ed|mischaracteri[sz]ed|misprinted|misnamed|misdated|mistranslated)" + _R,
    rf"{_L}not (?:[a-z]{{2,5}} )?[^.;,()]{{1,40}}, as (?:we|this newspaper|this site|was|first|"
    r"originally) (?:\w{1,12} ){0,2}(?:reported|stated|said|wrote|written|printed|published)" + _R,
    rf"{_L}(?:contrary to|despite) what (?:we|this \w{{1,12}}) (?:reported|said|wrote|stated){_R}",
    rf"{_L}(?:columns?|rows?|figures?|names?|captions?|photos?|labels?|headings?|dates?|numbers?)"
    rf"[^.;]{{0,60}} (?:were|was|had been) (?:transposed|swapped|switched|reversed|interchanged|"
    rf"mixed up)" + _R,
    rf"{_L}not [^.;()]{{1,60}}?,? as (?:we |was |had been |is |the first edition )?"
    rf"(?:previously |originally |initially |earlier |first )?"
    rf"(?:reported|stated|said|wrote|printed|given|described|announced){_R}",
    rf"{_L}(?:transcription|editing|typing|printing|production|typographical|typesetting|copying|"
    rf"proofreading|layout|editorial) (?:error|mistake|slip)s?{_R}",
    r"(?:之前|原先|原来|此前|最初)(?:写|说|称|用)的是[^。]{1,40}(?:现|已)(?:改|更正|修正)",
    rf"{_L}(?:we|the editors?|the authors?) (?:sincerely )?(?:regret|"
    rf"apologi[sz]e for) (?:the|this|any|an?) "
    r"(?:error|mistake|omission|confusion|inaccurac)",
    rf"{_L}(?:incorrectly|erroneously|wrongly|mistakenly|inadvertently)[ -](?:stated|"
    rf"said|reported|listed|gave|"
    r"identified|attributed|spelled|described|named|referred|portrayed|submitted|given|"
    r"printed|showed|labell?ed|omitted)",
    rf"^\W{{0,4}}(?:minor |various |multiple |several |some |small |"
    rf"additional )?(?:{_REPAIR}|typo fix)\s?(?:in\s|the\s|an?\s|some\s|of\s|several\s|"
    rf"few\s|missing\s|incorrect\s|omitted\s|inadvertently-?|various\s|"
    rf"\w{{1,20}}\s){{0,8}}{_PART}{_R}",
    rf"{_L}(?:this|the|our|that) (?:revision|version|erratum|correction|corrigendum|"
    rf"update|edition|notice|note) (?:\w{{1,12}} ){{0,2}}{_FIX}{_R}",
    rf"{_L}{_PART}[^.;]{{0,120}}{_L}(?:was|were|has been|have been|are|is) (?:\w{{1,14}} )?"
    r"(?:corrected|fixed|amended|rectified|misstated|mistyped|misprinted)" + _R,
    rf"{_L}(?:we|i) (?:have |has )?(?:corrected|fixed|amended|rectified)\s[^.;]{{0,60}}{_PART}{_R}",
    rf"{_L}{_PART}[^.;]{{0,80}}{_L}(?:should be|should read|should have (?:been|read|"
    rf"said|stated)|should say|must read){_R}",
    rf"{_L}(?:typo|typographical error|misprint)s?\s[^.;]{{0,60}}(?:fixed|corrected|"
    rf"in (?:table|figure|equation|section|page|the))",
    rf"^\W{{0,4}}[\w ,'-]{{0,40}}{_L}(?:corrections?|typo correction|"
    rf"fixes of typos){_R}(?: (?:in|to|of|through|throughout) (?:the |some |"
    rf"our )?{_PART}?|\W{{0,3}}$)",
    rf"{_L}(?:all (?:modifications|changes) are|are) (?:fixes|corrections) (?:of|to)",
    rf"{_L}(?:found|discovered|identified|contain(?:s|ed)) (?:an?|some|several|"
    rf"the)?\s?(?:\w{{1,14}} ){{0,2}}"
    r"(?:errors?|mismappings?|mistakes?|bugs?|problem) (?:in|with|of|found) (?:the|our|"
    r"their|its|some|one)",
    rf"{_L}(?:contains?|contained|has|had|have) (?:an?|some|several|a few|"
    rf"many)?\s?(?:incorrect|wrong|erroneous) "
    rf"(?:\w{{1,14}} ){{0,3}}{_PART}",
    rf"{_L}(?:had|has|have|gave|used|listed|showed) (?:incorrect|wrong|erroneous|illegal) ",
    rf"{_L}used illegal {_L}",
    r"(?:一并|特此|予以|现予|现作|作出|做出|现|已|进行|并|在此|加以)(?:更正|订正|勘误|纠正)",
    r"^\W{0,4}(?:更正|勘误|订正|勘誤|訂正)(?:启事|声明|说明|公告|通知|"
    r"表)?\s{0,2}(?:[:：]|$|于|（|\()",
    r"(?:译错|误写为|误写成|误作|误译为|误译成|误植|误标为|误报为|误称|误排为|误登)",
    r"(?:原文|原稿|本文|此前|之前|前文|上文|旧版|文中|报道|文章|早先|先前|上期|原表|"
    r"数据|表格|标题)[^。；]{0,24}(?:有误|存在错误|有[^。，,]{0,6}错误|出现错误|不准确|"
    r"疏漏|笔误)",
    r"(?:应改为|正确(?:的)?(?:应)?(?:为|是|数字为|说法是))[^。]{0,60}$|"
    r"(?<=[”」』》])\s?(?:应作|应改为|改为|改作|误植为|与[^。]{1,20}(?:互换|颠倒)|应为|应当为|应是|实为)\s?[“「『《]",
    r"(?:改正|更正|修正|订正)(?:了)?[^。]{0,12}(?:错误|错字|笔误|错别字|数据|失误|之处|引用|公式)",
    r"(?:訂正|正誤)(?:いたし|致し|します|しました|して|のお知らせ|とお詫び|表|記事|：|"
    r":|箇所|があり|内容|履歴)|お詫び(?:して|と訂正|申し上げ|いたし)",
    r"(?:誤り|間違い|誤記|誤植|誤字|誤訳|誤表記|不備)を(?:修正|訂正|正し)",
    r"(?:と|を|が|の)(?:あるのは|したのは|記載したのは|表記したのは|"
    r"書いたのは)[^。]{0,40}(?:の誤り|の間違い)|」は[^。]{0,40}の(?:誤り|間違い)",
    r"[」』](?:は|を)[^。「]{0,10}[「『][^」』]{1,40}[」』](?:が正し|に訂正|に修正|に改め)",
    r"[(（【〔]誤[)）】〕][^\n。]{1,80}?[(（【〔]正[)）】〕]|(?:误|誤)[:：][^\n。]{1,80}?(?:正|訂)[:：]",
    r"[”」』][^。；，,]{0,4}(?:说法|数字|日期|年份|表述|引文|译法|提法)[^。；，,]{0,6}"
    r"(?:不准确|有误|有错|不确切|错了|是错误的|不对|不实)",
    r"(?:初出時|初版|旧版|当初|第1刷|公開時|配信時)[^。]{0,40}(?:が|は|を)[^。]{0,30}(?:となって|とあった|としていた|"
    r"記載して|となっていた)[^。]{0,30}(?:誤り|直|修正|訂正|改め)",
    r"(?:誤って|誤り)(?:記載|表記|掲載|記述|報道|伝え|公開)",
)
OMISSION: tuple[str, ...] = (
    rf"{_L}(?:omitted|omits|left out|failed to (?:mention|include|credit|note|list|"
    rf"say)|did not (?:mention|list|credit)|neglected to) [^.;]{{0,80}}{_PART}{_R}",
    r"(?:没有|未|未能|漏了?|忘记)(?:整理|列出|收录)(?!的)",
    r"(?:記載|掲載|表記|言及|収録)(?:漏れ|もれ)",
)
UPDATE: tuple[str, ...] = (
    rf"^\W{{0,4}}(?:minor |various |multiple |several |some |small |"
    rf"additional )?{_FIX}\s?(?:in\s|the\s|an?\s|some\s|of\s|several\s|"
    rf"few\s|missing\s|incorrect\s|omitted\s|various\s|\w{{1,20}}\s){{0,8}}{_PART}{_R}",
    r"^\W{0,6}(?:updates?|updated|last updated|last modified|"
    r"revised)\s{0,2}(?:[:：(（]|on\s|at\s|\d|—|–|-)",
    rf"{_L}(?:this|the) (?:article|story|post|page|report|piece|paper|content|entry|"
    rf"document|readme) (?:\w{{1,8}} ){{0,2}}"
    r"(?:updated|revised|amended|edited)" + _R,
    r"^\W{0,4}(?:minor |small |various |citation entry |link |url |content |name |"
    r"title |multiple types of |few )?"
    r"(?:updates?|revisions?|changes?)(?: (?:to|on|of|in|for|reflect\w{0,3}|link)\s|\W{0,3}$)",
    rf"^[\w ]{{0,30}}{_L}(?:link|url|citation|entry|name|content|author|reference|"
    rf"title|table)s?\s(?:entry )?(?:updates?|change[sd]?|updated){_R}",
    rf"{_L}description of (?:the )?(?:changes|revisions?)",
    rf"{_L}(?:types of|list of|summary of) (?:the )?(?:revisions?|changes)",
    rf"{_L}{_PART}[^.;]{{0,80}}{_L}(?:was|were|has been|have been|is|are|has|"
    rf"have) (?:\w{{1,14}} ){{0,2}}"
    r"(?:updated|revised|added|removed|changed|replaced|marked|renamed|clarified)"
    + _R
    + r"(?! (?:up|down)(?:wards?)?(?![A-Za-z]))",
    rf"{_L}revision (?:with|to|of|incorporat\w{{1,4}})",
    r"^\W{0,4}(?:(?:19|20)[0-9]{2}年)?[0-9]{1,2}月[0-9]{1,2}日(?:[0-9]{1,2}[时時:：][0-9分]{0,3})?\s?"
    r"(?:更新|补充|追記|修订|改訂)(?:\s|[:：】)）〉]|$)",
    r"^\W{0,4}(?:更新|最后更新|修订|补充更新|最新更新)(?:时间|日期|于|说明|记录|：|:|\s?\d)",
    r"(?:本文|文章|本页|报道|页面)(?:已|于|最后)[^。]{0,16}(?:更新|修订|修改)",
    r"(?:刊行|発行|執筆|掲載|取材|出版|投稿|公開)(?:時点|当時|時)の[^。]{0,24}(?:現在|今)(?:は|では)|"
    r"(?:出版|发稿|发布|截稿|成书|写作)时的?[^。]{0,20}(?:现在|目前|如今|现)(?:是|为|已)",
    rf"{_L}(?:at the time of|when this was) (?:publication|writing|printing|printed|written)"
    rf"[^.]{{0,80}}{_L}(?:is now|are now|has since|have since)" + _R,
    r"(?:更新日|更新日時|最終更新|改訂|追記|更新履歴)\s{0,2}(?:[:：]|\d|（|\(|）|\)|】)",
    r"^\W{0,4}(?:(?:[0-9]{4}年)?[0-9]{1,2}月)?[0-9]{1,2}日[^】）)。，、:：]{0,8}(?:更新|追記|加筆|改訂|补充)",
    r"^[^。]{0,20}に(?:追記|加筆)(?:し|いたし)ました",
    r"(?:記事|本稿|本記事|ページ|本ページ)[^。]{0,24}(?:を|が)(?:更新|追記|"
    r"改訂)(?:しました|いたしました|した|されました|しています)",
)
DISCLAIMER: tuple[str, ...] = (
    r"(?:要旨|抄訳|抜粋)(?:のみ|だけ)|正文は[^。]{1,16}(?:版|語|文)|予告なく変更|投資(?:勧誘|助言)を目的と|見解は個人の",
    rf"{_L}(?:translated by (?:a )?machine|(?:could|can|were|"
    rf"was) not (?:be )?(?:able to )?independently "
    rf"(?:verify|verified|confirm)|not (?:been )?peer[- ]reviewed|(?:figures|numbers|results|"
    rf"data) are (?:preliminary|"
    rf"provisional|unaudited)|for (?:general )?information only){_R}",
    r"译文(?:如|若)?(?:与原文)?(?:不符|有出入|不一致)|(?:以|按)[^，。]{0,8}最终[^，。]{0,8}(?:公布|版本|数据)为准|非官方(?:数据|统计)",
    r"(?:機械翻訳|自動翻訳)(?:の|です|で作成|により|による|され|を利用|を使用)|(?:不正確|誤り)[^。]{0,8}(?:含む|含まれる)(?:場合|こと|可能性)|後日(?:改定|修正|変更)(?:する|される)(?:場合|こと)",
    r"(?:恕不另行通知|不另行通知|以实物为准|最终解释权|不构成[^。]{0,8}(?:建议|要约)|以英文版为准|如有歧义)",
    rf"{_L}(?:subject to change without (?:prior )?notice|not (?:investment|medical|legal|"
    rf"financial) "
    rf"advice|(?:views|opinions) expressed (?:\w{{1,12}} ){{0,4}}(?:are|do)|in case of (?:doubt|"
    rf"discrepanc\w{{1,3}}))" + _R,
    r"(?:要点|概要|要約)(?:のみ|だけ)(?:の|を)?(?:ご?紹介|まとめ|掲載)|"
    r"(?:正確|詳細)[^。]{0,8}は、?[^。]{0,8}(?:原文|原論文|原著|元の論文|公式[^。]{0,6})[^。]{0,6}"
    r"(?:確認|参照|ご覧)|(?:请?以|应以)(?:原文|原论文|官方[^。]{0,8})为准|仅为(?:摘要|概述|要点)",
    rf"{_L}(?:(?:refer to|consult|check) the original (?:paper|article|text|source)s? "
    r"for|this is (?:only )?a summary|summary only)" + _R,
    rf"{_L}(?:does not|do not|cannot|can not|don't|"
    rf"no) (?:\w{{1,14}} ){{0,2}}(?:guarantee|warrant|warranty|vouch)\w{{0,4}}{_R}",
    rf"{_L}(?:for (?:informational|reference) purposes only|"
    rf"as[ -]is(?: basis)?,? without|not responsible for|assumes? no (?:responsibility|"
    rf"liability)|"
    r"machine[- ]translated|automatically (?:translated|generated)|"
    r"may contain (?:errors|inaccuracies)|not (?:been )?(?:independently )?verified)" + _R,
    rf"{_L}(?:subject to (?:change|alteration|revision) without (?:prior )?notice|"
    r"(?:english|original|german|french|japanese|chinese) (?:version|text|language version)s? "
    r"(?:shall |will )?(?:prevails?|is binding|is authoritative|takes precedence)|"
    r"unofficial translation|courtesy translation|only the [a-z]{3,12} (?:text|version) is binding|"
    r"(?:views|opinions) expressed [^.]{0,60}(?:own|not (?:necessarily )?(?:those|reflect))|"
    r"(?:not|no|nothing) [^.]{0,24}(?:investment|financial|medical|legal|tax) advice|"
    r"images? (?:are|is) for illustration|may (?:differ|vary) from the (?:actual|final) product)"
    + _R,
    r"(?:以|请以)[^，。]{0,12}(?:实物|官网|官方网站|原文|英文(?:原文|版)|中文版|正文)[^，。]{0,4}为准|"
    r"(?:如有|若有)(?:变更|变动|更改|调整|歧义|出入)[^。]{0,12}(?:恕不|不再)?(?:另行)?(?:通知|为准)|"
    r"恕不另行通知|不构成[^。]{0,12}(?:建议|意见|要约)|不代表[^。]{0,12}(?:立场|观点|意见)|"
    r"(?:图片|效果图)仅(?:供|为)(?:参考|示意)|非官方(?:译文|翻译)",
    r"予告なく(?:変更|改訂|中止)(?:する|される|に?なる)|(?:画像|写真|イラスト)は(?:すべて)?イメージです|"
    r"正文は[^。]{1,12}(?:です|とする|とします)|参考訳で|個人の(?:見解|感想)で|"
    r"(?:勧誘|推奨|投資を勧め|助言)[^。]{0,8}(?:もの|目的)では(?:ありません|ない)",
    r"(?:不(?:保证|担保|承担|对)[^。]{0,40}(?:准确|完整|责任|负责|质量)|仅供参考|"
    r"概不负责|(?:由|经|为|系|采用)机器(?:翻译|自动翻译)|机器翻译(?:生成|而成|结果|版|[，,]?请)|自动生成|仅代表作者|未经(?:核实|证实))",
    r"(?:保証(?:しません|いたしません|せず|するものではありません|致しません)|"
    r"責任を負い(?:ません|かねます)|責任は負い|自動(?:的に)?(?:生成|作成)(?:して|され|"
    r"した)|機械翻訳(?:です|による|であり|されて)|参考訳です|独自算出)",
)
PLACEHOLDER: tuple[str, ...] = (
    rf"{_L}(?:code|data|weights|models?|slides|materials?) will be (?:released|published|"
    rf"(?:made )?(?:publicly )?available|open-?sourced) (?:up)?on (?:acceptance|publication)" + _R,
    r"(?:将|会)(?:在|于)[^。；，,]{1,16}(?:后|时|之后)(?:公开|发布|开源|上线|提供|补充|公布)(?:$|[。，,；])",
    r"(?:採択|採録|出版|掲載|受理)(?:後|され次第)に?[^。]{0,12}(?:公開|配布|追加)(?:する|し|予定|され)",
    rf"{_L}(?:TBD|TBA|TODO|to be (?:added|announced|completed|confirmed|determined|"
    rf"continued)|coming soon|under construction|"
    r"lorem ipsum|placeholder text|will be (?:added|updated) (?:later|soon|shortly))" + _R,
    r"(?:本报|本刊|本站|我们|本栏目|后续报道)[^。；]{0,16}(?:将|会)?(?:在|于)?(?:后续|下期|稍后|今后)"
    r"[^。；]{0,10}(?:公布|刊出|报道|介绍|补充|说明|发布)",
    r"(?:アプリ|コード|データ|資料|詳細|動画|続報|地図|ソース|ページ|一覧|日本語版|図面|重み)[^。]{0,20}"
    r"(?:公開|掲載|追記|配布|提供)(?:の)?予定(?:です|。|$|）|\))",
    rf"{_L}(?:details?|results?|slides|code|data|figures?|list|schedule|report|"
    rf"more) (?:will follow|"
    rf"to follow|will be (?:announced|published|posted|reported) (?:later|soon|shortly|"
    rf"in due course))" + _R,
    rf"{_L}(?:documentation|docs?|readme|tutorials?|guides?|benchmarks?|binar(?:y|ies)|builds?|"
    rf"wheels?|"
    rf"support for|code|data(?:set)?s?|weights|checkpoints|translations?|api|plug-?ins?|tests?|"
    rf"examples?|"
    rf"features?|results?)[^.;]{{0,60}} (?:is|are) (?:still )?(?:planned for|being (?:written|"
    rf"prepared|"
    rf"translated)|not yet (?:implemented|available|documented|supported|complete|released|public)|"
    rf"under development|in preparation|on the roadmap|coming){_R}",
    rf"{_L}(?:documentation|docs?|tutorials?|guides?|benchmarks?|binar(?:y|ies)|code|"
    rf"data(?:set)?s?|weights|"
    rf"checkpoints|examples?|results?|figures?|tables?|instructions?|sections?|list|photos?|"
    rf"slides) "
    rf"(?:[^.;]{{0,40}} )?will be (?:added|released|published|uploaded|posted|provided|"
    rf"made available|"
    rf"updated|completed){_R}",
    r"(?:文档|说明|教程|代码|数据集?|权重|示例|章节|结果|名单|译文|接口|模型|版本)[^。，；]{0,12}(?:编写中|整理中|"
    r"制作中|翻译中|正在(?:编写|整理|完善|翻译)|尚未(?:完成|公开|发布|开放|整理)|即将(?:公开|开放|发布|上线|放出)|"
    r"(?:计划|预计|拟)(?:在|于)[^。，；]{1,16}(?:提供|支持|发布|公开|推出))",
    r"(?:该|此|本)(?:功能|部分|章节?|页面|小节)(?:尚未|还未|仍未)(?:完成|实现|支持|整理)|即将(?:公开|放出)|"
    r"(?:今后|后续)(?:版本|更新)(?:中)?(?:将|会)?(?:支持|补充|加入)",
    r"(?:今後|順次|近日中に|次のバージョンで|次版で|将来)[^。]{0,12}(?:追加|公開|対応|掲載|追記)(?:する)?(?:予定|します|され)|"
    r"(?:未対応|未実装|未翻訳|未公開)(?:です|。|$)|(?:対応|追加|追記|公開)予定です",
    r"(?:待补充|待更新|待定|待续|未完待续|敬请期待|稍后补充|后续补充|此处省略|暂缺|尚待)",
    rf"{_L}(?:more |further |full )?details? (?:to follow|will follow|to come)|"
    rf"{_L}more to follow{_R}",
    r"(?:準備中|作成中|執筆中|追って(?:掲載|公開|追記)|後日(?:掲載|公開|追記)|近日公開|"
    r"未定です|工事中)|(?:決まり|入り|分かり|わかり|判明し)次第[^。]{0,8}(?:お知らせ|お伝え|掲載|公開|追記)",
)
ENTRY = re.compile(
    r", not (?:by |in |at |the |from |to )?[A-Z0-9$€£\"“]|"
    rf"{TEXT}[^.;]{{0,120}}{_L}{SAID}{_R}|"
    r"^\W{0,4}(?:[Pp]age [0-9]{1,4}[.,:]? )?[Ff]or [\"“][^\"”]{1,60}[\"”],? read [\"“]|"
    r"(?:the )?(?:first|second|third|earlier|previous|old) (?:printing|edition|version) "
    r"(?:had|said|gave|read|stated)(?![A-Za-z])|"
    r"(?<![A-Za-z])(?i:an?|our|the|the same|this|last week.s|"
    r"yesterday.s) (?:[a-z]{2,12} ){0,2}(?i:article|story|report|piece|"
    r"caption|headline|review|item|feature|column|table|graphic|map|obituary|interview|letter)"
    r"(?![A-Za-z])[^.;]{0,80} (?:gave|said|called|named|listed|described|put|stated|showed|"
    r"referred|"
    r"reported|suggested|placed|credited|attributed|quoted)(?![A-Za-z])|"
    r"[,，、]\s?(?:不是|而非|而不是|并非)[^,，。]{1,30}$|ではなく"
)
"""An entry of errata without a verb of correcting; only on pages of errata."""
FORMULA = re.compile(
    r"\W{0,4}(?i:retracted|retraction|withdrawn|correct(?:ed|ions?)|errat(?:um|a)|"
    r"(?:we|the \w{1,12}) (?:sincerely )?(?:regrets?|apologi[sz]es?) [^.]{1,60})\W{0,4}|"
    r"[^，。]{0,4}(?:特此(?:更正|说明|致歉)|致歉|(?:向读者)?致(?:以)?歉意?|感谢(?:读者)?指正)\W{0,4}|"
    r"(?:(?:ここに)?(?:お詫び|おわび|謹んで)[^。]{0,24}|訂正(?:いたし|致し|し)ます)\W{0,4}"
)
"""What is said around a correction and adds nothing to it."""
UPDATED = re.compile(
    r"(?i:updates?|updated)(?: [^:：]{1,24})?|"
    r"(?:[^:：]{0,12}[日时])?(?:更新|追記|补充|補足|続報|最新)(?:\s?[0-9:时分日月年]{1,16})?"
)
"""Keys of fields that say that the article was added to."""
PROMISES = re.compile(
    r"(?:重新|如下|以下|下列|名单|动向|动态|去向|名录|列表|一下|包括|分别|为|有|是|"
    r"是：|次の|以下の|下記|一覧|通り|とおり|"
    r"(?i:following|as follows|below|list|are|include|includes|these|here|namely))[：:︰]$"
)
"""A sentence that ends in a colon and says that something is to follow."""

OTHER_SENSES = re.compile(
    r"(?i:(?:forward |quantum |bit |grammatical |spelling |automatic |text |speech |"
    r"bias |gamma |colou?r |"
    r"ocr |post-|course |market |multiple )?error[- ]correct(?:ion|ing)|(?:grammar|"
    r"spell(?:ing)?|grammatical|bias|"
    r"colou?r|gamma|bonferroni|course|market|price|bonferroni) corrections?|"
    r"(?:gradient|weight|parameter|weights|policy|parameters|software|security|"
    r"firmware|model|belief|bayesian|"
    r"state) updates?|updates? (?:the|its|their) (?:weights|parameters|model|policy|"
    r"state|beliefs|memory|database)|"
    r"correct (?:answers?|predictions?|output|label|labels)|withdr[ae]wn? (?:from|"
    r"its forces|troops)|"
    r"retract(?:ed|s)? (?:its )?(?:landing|claws|wheels))|"
    r"纠错(?:码|机制|能力|编码)|(?:错误|误差|偏差|语法|文本|拼写|量子)(?:更正|校正|纠正|纠错|修正)|"
    r"(?:参数|权重|梯度|策略|状态|系统|软件|固件|模型)(?:的)?更新|誤り(?:訂正|検出)|訂正符号|"
    r"(?:パラメータ|重み|勾配|ソフトウェア|ファームウェア|モデル|システム)(?:の|"
    r"を)?更新|(?:誤差|文法誤り|補正)(?:修正|訂正)"
)


@dataclass(frozen=True)
class Wording:
    """One row: the kind of notice it tells of, and whether it tells of one only where the words
    speak of a text. A row in Latin letters is for English sentences, the others for Chinese and
    Japanese ones; compiled when first used."""

    kind: NoticeKind
    source: str
    of_a_text: bool = False

    @property
    def latin(self) -> bool:
        return not any("\u3040" <= character <= "\u9fff" for character in self.source)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.source, re.I)


_ROWS: tuple[tuple[NoticeKind, tuple[str, ...]], ...] = (
    ("retraction", RETRACTION), ("correction", CORRECTION), ("omission", OMISSION),
    ("disclaimer", DISCLAIMER), ("placeholder", PLACEHOLDER), ("update", UPDATE),
)  # fmt: skip
WORDINGS: tuple[Wording, ...] = tuple(
    wording for kind, rows in _ROWS
    for wording in (*(Wording(kind, row) for row in rows),
                    *(Wording(kind, row, of_a_text=True) for row in ABOUT.get(kind, ())))
)  # fmt: skip
"""All rows, in the order in which they are tried: the graver kinds first."""


def wordings(words: str, language: Language) -> tuple[Wording, ...]:
    """The rows that can hold of a sentence of that language."""
    if language == "en":
        return _LATIN
    foreign = sum(1 for character in words if not character.isascii())
    return WORDINGS if foreign * 2 < len(words) else _OTHER


_LATIN = tuple(w for w in WORDINGS if w.latin)
_OTHER = tuple(w for w in WORDINGS if not w.latin)
