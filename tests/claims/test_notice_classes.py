"""Notices as newspapers, journals, projects and shops word them, class by class, and sentences of
the news that use the same words of something else."""

from __future__ import annotations

import pytest

from factcheck.claims import extract
from factcheck.model import Notice
from factcheck.sources import read_text

NOTED: dict[str, dict[str, str]] = {
    "correction": {
        "a report of the paper's own words, and how it is": """
A column on 4 May put the population of the county at 12,000; it is 21,000.
The opposition spokesman is Carl Whitby. He was called Karl Whidbey in Friday's paper.
We said in our March issue that the telescope weighs 6 tonnes. It weighs 9.
This post originally listed the price as $49; it is $59.
Contrary to what we reported on Monday, the vote was not unanimous.
In the recipe on page 30, the quantity of salt was given as 30 g. It should be 3 g.
本报10月2日报道称该桥长350米，实为530米，特此说明。
本报昨日所称“关闭”有误，实为“暂停开放”。
上周文章中“2015年开馆”的说法不准确，该馆2016年开放。
前号で会期を「5月末まで」とお伝えしましたが、正しくは「6月末まで」です。
12日付朝刊の記事で、橋の長さを「350メートル」としたのは「530メートル」の誤りでした。
先週の紙面で館長を男性と書きましたが、女性でした。
""",
        "in passing, in a bracket": """
The bridge opened in 1931 (not 1913, as stated in the first edition).
Pumps came from Harwich, not from Ipswich as we wrote yesterday.
Her brother, not her cousin as previously reported, was driving.
该馆有藏品3万件（此前报道为13万件，有误）。
会長は北川氏（前回の記事では南川氏と記載）である。
受付は9時から（初出時に10時と記載していましたが、誤りでした）。
""",
        "a label first": """
Because of an editing error, an article on Tuesday misstated the year of the treaty.
Editor's note: the description of the treaty has been corrected.
Correction, 3 June: the plant is in Linz.
Corrected: the name of the river is spelt Ouse.
This story has been amended to reflect that the mayor was elected in 2019.
（编者注：文中数据已于5月6日更正。）
【更正】昨日第三版图片作者应为何晴。
〈訂正〉5日付の記事で氏名の表記に誤りがありました。
【お詫びと訂正】見出しの年が違っていました。
""",
        "parts of a text that were mixed up or damaged": """
The figures for imports and exports in the chart were transposed.
A photo caption with Sunday's review reversed the names of the two dancers.
Due to a production error the last paragraph of the story was cut off.
图3的横轴单位标错，应为毫秒。
表2中两列数据颠倒。
図3の縦軸の単位に誤りがありました。
表1の2列が入れ替わっていました。
""",
        "from one version to the next": """
The first version of Table 2 gave the unit as kWh; version 2 has Wh.
v1 of the paper reported 71.2 points; this was corrected to 69.8 in v2.
第一版中表4的数值有误，第二版已改正。
初版では1913年となっていたが、第2刷で1931年に改めた。
記事の一部を修正しました。
""",
        "told as a colleague tells it": """
That number, which we gave last week as 40, is in fact 14.
Last week's newsletter had the wrong date: the fair is on the 12th.
A reader points out that our table had the wrong year.
We got the name of the boat wrong: it is the Marigold.
Apologies to Mr Hale, whose name we spelled Hail.
This page used to say that the pass opens in May; that was wrong.
Amended on 3 June: the third paragraph now gives the right sum.
Owing to a transcription error, the rate was given as 4.1 per cent.
In an earlier version of this text the figure was given as 12.
上期本栏误把这首诗归于王维。
我们把作者的名字拼错了，正确的拼法是Holm。
（原报道为“六成”，已更正。）
更正一处：演出日期是6月3日，不是6月13日。
感谢读者指出，文中的年份应为1887年。
之前写的是“免费”，现改为“凭票入场”。
先日の記事で「北門」とあったのは「南門」の間違いでした。
読者のご指摘により、図2の単位を改めました。
記事中の「大正5年」は誤記で、大正15年が正しい年です。
お名前の漢字を間違えていました。正しくは「渡邊」さんです。
（当初「無料」としていたのを修正しました。）
""",
    },
    "omission": {
        "left out": """
We failed to credit the photographer, Ines Vidal.
The list of sponsors left out the Harbour Trust.
Friday's report omitted to mention the second author.
文末致谢漏列了两位志愿者。
报道未提及另一位作者。
協力者一覧から次の方のお名前が漏れておりました。
目次に撮影者名が抜けていました。
""",
        "should have been there": """
The acknowledgements should also have thanked the staff of the archive.
Missing from the list of authors was Petra Lund.
Our review of the concert should have credited the second violinist.
The name of one donor was inadvertently left off the list.
上文少列了一位合作者。
图片未注明摄影者，特此补上。
名单里缺了一家协办单位。
記事では監修者の名前に触れていませんでした。
クレジットの記載がありませんでした。撮影は浜口氏です。
参考文献の7番が脱落していました。
""",
    },
    "retraction": {
        "taken back": """
The journal has retracted the article.
This article has been withdrawn at the request of the authors.
The publisher withdraws the chapter with immediate effect.
该文因数据造假被撤稿。
编辑部决定撤销该文。
論文は著者の申し出により撤回された。
小誌3月号の記事は全文を撤回します。
""",
        "no longer stands": """
We have taken the story down because its main source withdrew his account.
The editors have withdrawn the review.
本刊决定撤下该文。
此前发布的名单作废，以本次公布为准。
先月公開した報告書は取り下げました。本記事も撤回します。
""",
    },
    "update": {
        "with its time": """
UPDATE 3:40 p.m.: The road has reopened.
[Updated 12 June with a statement from the company]
This article was updated on 3 May to add the minister's answer.
更新：截至18日，受伤人数升至5人。
（9月3日更新：加入校方回应。）
【5月3日追記】主催者が延期を発表した。
※5月3日に追記しました。
【更新 14:20】運転を再開した。
""",
    },
    "disclaimer": {
        "what the text does not stand for": """
Prices and specifications are subject to change without notice.
In case of discrepancy, the English version prevails.
This is an unofficial translation; only the German text is binding.
The views expressed are the author's own.
Nothing in this article is investment advice.
产品参数以实物为准。
规格如有变更，恕不另行通知。
本译文仅供参考，如有歧义以英文原文为准。
以上内容不构成投资建议。
本文不代表本站立场。
仕様・価格は予告なく変更する場合があります。
画像はイメージです。
本訳は参考訳であり、正文は英語です。
投資を勧めるものではありません。
""",
        "not settled": """
Figures are preliminary and may be revised.
The paper has not been peer reviewed.
This page was translated by machine.
We could not independently verify the account.
文中数据为初步统计，以最终公布为准。
该论文尚未经过同行评议。
译文如与原文不符，以原文为准。
数値は速報値であり、後日改定されることがあります。
本記事は査読前の論文にもとづいています。
機械翻訳のため、不正確な表現を含む場合があります。
""",
    },
    "placeholder": {
        "still to come": """
Full results will be published in next week's edition.
More details to follow.
The installation guide is to be added.
Table 4 is missing from this draft and will follow.
完整名单将于下期刊出。
详情将在后续报道中公布。
安装说明待补充。
詳しい日程は決まり次第お知らせします。
続報が入り次第お伝えします。
第3部は次号に掲載予定です。
インストール手順は準備中です。
""",
        "promised by a project": """
Documentation for the plugin API is still being written.
Windows binaries are planned for 2.1.
Benchmarks will be added once the hardware arrives.
Support for streaming is not yet implemented.
文档编写中。
训练代码正在整理，即将公开。
Windows版本计划在下一版提供。
该功能尚未完成。
英語版のドキュメントは作成中です。
ベンチマークの結果は今後追加予定です。
学習コードは近日中に公開します。
音声対応は次のバージョンで対応予定です。
""",
    },
}
"""Kind → class → articles of a line each."""

CALM = """
The band is planning a tour of Windows-lit churches.
The bridge is still being built.
A second runway is planned for 2031.
The museum will be added to the list of monuments.
She was missing from the line-up on Saturday.
He should also have thanked his coach, she said.
The court threw out the wrong verdict.
The figures were revised upwards by the statistics office.
医院正在建设中，预计明年完工。
新线路即将开通。
该法案尚未通过。
球队少了一名主力。
会议决定撤下这批产品。
新しい橋は建設中で、来春に開通する予定だ。
同社は来年、新工場を追加する予定だ。
彼は最後まで一言も触れなかった。
The bank corrected its growth forecast from 2.1% to 1.5%.
The drug was withdrawn from sale in 2004.
Troops were withdrawn from the border in May.
The candidate has withdrawn, and the bill was withdrawn too.
An earlier version of the engine had four cylinders.
The previous version of the bridge was built of wood.
The software on the phones was updated on 3 May.
The teacher corrected thirty exams before lunch.
An error in the pump controller caused the outage.
The satellite corrected its orbit twice.
He failed to mention the debt to his wife.
The goalkeeper was left out of the squad.
She apologised for the delay and said the trains would run again on Monday.
The minister called the claim incorrect.
The order of the runners was reversed on the last lap.
The price is subject to negotiation.
The report said that the plant employs 1,200 people.
The 2019 edition had 412 pages.
运动员弄错了比赛时间，被取消资格。
他在台上说错了一句台词。
参赛者应为18岁以上的公民。
部队已撤回营地。
公司已撤回上市申请。
学生写错了两道题。
法院认为，警方遗漏了关键证据。
修订后的法律自明年1月起施行。
公司更新了门店的招牌。
系统已于3月更新。
委员会要求更正企业名称登记。
会议将于下周在杭州举行。
门票以现场发售为准。
計算の間違いが見つかり、打ち上げは延期された。
選手が一人だけ集団を抜けて走った。
捕手がボールを落として1点を失った。
会社は上場の申請を取り下げた。
信号が更新され、時刻表が改訂された。
政府は推計の誤りを認めた。
彼は名前を間違えて呼んだ。
新しい庁舎は来年公開される予定だ。
両国は軍の撤回をめぐり協議した。
"""
"""Articles of a line each that note nothing."""

ROWS = [(kind, line) for kind, classes in NOTED.items()
        for lines in classes.values() for line in lines.strip().split("\n")]  # fmt: skip


def notices(text: str) -> tuple[Notice, ...]:
    return extract(read_text(text + "\n", "text")).notices


@pytest.mark.parametrize(("kind", "text"), ROWS)
def test_what_is_noted(kind: str, text: str) -> None:
    assert kind in [notice.kind for notice in notices(text)]


@pytest.mark.parametrize("text", CALM.strip().split("\n"))
def test_the_same_words_of_something_else(text: str) -> None:
    assert notices(text) == ()


ERRATA = {
    "a newspaper's column": """Corrections and clarifications

• A feature about rail freight (12 May, page 22) said the tunnel was 14km long. It is 41km.
• Our map of the valley on 9 May placed the town of Ebberly north of the river, when it lies south.
• In a recipe for lemon tart, we forgot the butter: it needs 120g.
• The picture with a story about otters was of a mink.
""",
    "a list to a book": """# Errata for "Practical Signal Design"

Page 14, line 6: 5.2 kHz should be 2.5 kHz.

p. 71, eq. (5.9): the minus sign is missing.

Table 7: the last row should read 48, 52, 61.

p. 102: "Lindemann" is misspelt.
""",
    "Chinese list": """# 《江南桥梁志》勘误（2024年重印）

感谢各位读者来信。以下是初版中的错误。

- 第18页：广济桥的长度写成了180米，实际是108米。
- 第42页图注：拍摄者是陆明，不是陆敏。
- 第73页表5：第二列与第三列的表头互换了。
- 第90页漏排了最后一段。
""",
    "Chinese newspaper": """更正与说明

9月14日体育版报道中，运动员的名字写错了，她叫周若晴。

上周日《周末》副刊第4版照片说明把左右两人的位置说反了。

9月15日的报道说这家工厂有员工3400人，其实是2400人。

9月10日头版的天气图用的是前一天的数据。
""",
    "Japanese list": """# 『港町の鉄道』正誤表

- 12ページ 8行目：開業年は1908年です（初版では1918年）。
- 31ページ 写真の説明：写っているのは2号機で、3号機ではありません。
- 66ページ：橋の長さ「320メートル」→「230メートル」
- 88ページ：「佐野 健」は「佐野 建」の誤植です。
""",
    "Japanese newspaper": """訂正とおわび

6日付の地域面、祭りの写真は昨年のものでした。今年の写真に差し替えました。

7日付スポーツ面の記録表で、2位と3位の選手名が入れ替わっていました。

9日付「人」欄で、加納氏の肩書を「准教授」としましたが、教授です。

10日付の社説で、法律の施行日を4月1日と書きましたが、10月1日です。
""",
}
"""Pages of errata with four entries each."""


@pytest.mark.parametrize("page", ERRATA)
def test_every_entry_of_errata_is_a_notice_however_it_is_worded(page: str) -> None:
    lines = [line for line in ERRATA[page].split("\n")[1:] if len(line) > 3]
    entries = [line for line in lines if not line.startswith("感谢")]
    found = notices(ERRATA[page])
    for line in entries:
        assert any(n.quote.exact[:20] in line for n in found), line
    assert len(found) == len(entries) == 4


def test_what_comments_on_errata_is_no_entry() -> None:
    [one] = notices("# Errata\n\n- p. 7: 1,430 metres should read 1,340 metres.\n\n"
                    "The book has 256 pages and was printed in Ghent. A third printing is "
                    "planned for the spring.\n")  # fmt: skip
    assert (one.wrong, one.right) == ("1,430 metres", "1,340 metres")


@pytest.mark.parametrize(("entry", "wrong", "right"), [
    ("Page 14, line 6: 5.2 kHz should be 2.5 kHz.", "5.2 kHz", "2.5 kHz"),
    ('p. 33: Replace "anode" by "cathode".', "anode", "cathode"),
    ("An obituary on 4 May gave her age as 78; she was 87.", "78", "87"),
    ("第18页：广济桥的长度写成了180米，实际是108米。", "180米", "108米"),
    ("第42页图注：拍摄者是陆明，不是陆敏。", "陆敏", "陆明"),
    ("第57页，“民国七年”应作“民国九年”。", "民国七年", "民国九年"),
    ("附录B中，建成年份为1756年，初版误为1765年。", "1765年", "1756年"),
    ("第20页 “东经102度”误植为“东经120度”。", "东经120度", "东经102度"),
    ("9月15日的报道说它有员工3400人，其实是2400人。", "3400人", "2400人"),
    ("第35页表2中，数值应为“0.37”。", None, "0.37"),
    ("第9页参考文献的年份有误，应为2011年。", None, "2011年"),
    ("12ページ：開業年は1908年です（初版では1918年）。", "1918年", "1908年"),
    ("31ページ：写っているのは2号機で、3号機ではありません。", "3号機", "2号機"),
    ("7ページ：休館日は第3月曜日ではなく、第4月曜日です。", "第3月曜日", "第4月曜日"),
    ("10日付の社説で、施行日を4月1日と書きましたが、10月1日です。", "4月1日", "10月1日"),
    ("90ページ\n× 金子堅次郎\n○ 金子賢次郎", "金子堅次郎", "金子賢次郎"),
    ("【誤】48ポート\n【正】24ポート", "48ポート", "24ポート"),
    ("P61 公式（4）\n错误：n(n+1)\n正确：n(n-1)/2", "n(n+1)", "n(n-1)/2"),
])  # fmt: skip
def test_the_wrong_and_the_right_words_of_an_entry(
    entry: str, wrong: str | None, right: str
) -> None:
    title = {"P": "# Errata", "A": "# Errata", "p": "# Errata"}.get(entry[0], "# 勘误 訂正")
    found = [n for n in notices(f"{title}\n\n{entry}") if n.right]
    assert [(n.wrong, n.right) for n in found] == [(wrong, right)]
