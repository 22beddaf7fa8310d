"""What a claim is about, one class of grammar after the other, in three languages: each case is a
text, a number or a year that it states, and the subject that the claim about it must have."""

from __future__ import annotations

import pytest

from factcheck.claims import extract
from factcheck.model import Claim
from factcheck.sources import read_text

Case = tuple[str, str, str]

APPOSITIONS: list[Case] = [
    ("Tarnwell, the battery maker founded in 2011, raised $70 million.", "$70 million", "Tarnwell"),
    ("Tarnwell, the battery maker founded in 2011, raised $70 million.", "2011", "Tarnwell"),
    ("The film, directed by Rosa Imbert, grossed $48 million.", "$48 million", "film"),
    ("Its highest peak, Mount Orrin, rises to 3,120 metres.", "3,120 metres", "Mount Orrin"),
    ("The river Elsa, 214 km long, rises in the hills.", "214 km", "Elsa"),
    ("Roos Timmer, the Dutch rider who led for a week, won by 38 seconds.", "38 seconds",
     "Roos Timmer"),
    ("总工程师邱远川表示,主塔高238米。", "238米", "主塔"),
    ("食品大手の東浦製菓は、売上高を820億円と見込む。", "820億円", "東浦製菓"),
    ("社長の木戸晴香氏は51歳。", "51歳", "木戸晴香"),
]  # fmt: skip

FRONTED: list[Case] = [
    ("At 124 metres, the Corran Tower is the tallest in the county.", "124 metres", "Corran Tower"),
    ("Founded in 1998, Tarn & Sons makes saddles.", "1998", "Tarn & Sons"),
    ("With a population of 62,000, Marlowe is the third largest town.", "62,000", "Marlowe"),
    ("Unlike its predecessor, the Kestrel 5 weighs 780 grams.", "780 grams", "Kestrel 5"),
    ("On the Aurel exchange, copper slid 2.2%.", "2.2%", "copper"),
    ("成立于2014年的远山电池宣布完成融资。", "2014年", "远山电池"),
    ("由顾衡设计的云上剧院共有1150个座位。", "1150个", "云上剧院"),
    ("位于城西的老火车站建于1908年。", "1908年", "老火车站"),
    ("截至去年底,临泽县共有书店14家。", "14家", "临泽县"),
    ("与上一代相比,风隼5售价为9800元。", "9800元", "风隼5"),
    ("2014年に設立されたノルヴェインは資金を調達した。", "2014年", "ノルヴェイン"),
    ("高さ124メートルの海望タワーは県内で最も高い。", "124メートル", "海望タワー"),
    ("建築家の顧氏が設計した雲上劇場は1150席を備える。", "1150席", "雲上劇場"),
    ("初優勝した東雲高校は創部9年目だ。", "9年目", "東雲高校"),
    ("人口6万2000人の丸尾町では高齢化が進む。", "6万2000人", "丸尾町"),
]  # fmt: skip

RELATIVE_AND_PASSIVE: list[Case] = [
    ("The bridge was designed by Ilse Marden, who was born in 1951.", "1951", "Ilse Marden"),
    ("The Pellworth Dam, which was completed in 1962, is full.", "1962", "Pellworth Dam"),
    ("Ostrava Air, whose fleet numbers 36 aircraft, is hiring.", "36 aircraft", "Ostrava Air"),
    ("She opened the Voss Theatre, which seats 1,150.", "1,150", "Voss Theatre"),
    ("The stage was won by Maren Solberg of Norway, who finished in 41 minutes.", "41 minutes",
     "Maren Solberg"),
    ("影片《长夜》由苏禾执导,首周票房3.4亿元。", "3.4亿元", "长夜"),
    ("林间小学1998年创办的合唱团有60名学生。", "60名", "合唱团"),
    ("西嶺銀行が発表した4〜9月期の純利益は310億円だった。", "310億円", "西嶺銀行"),
]  # fmt: skip

POSSESSION: list[Case] = [
    ("Halden Foods' revenue rose to $640 million.", "$640 million", "Halden Foods"),
    ("The number of bookshops in Lisbury fell to 14.", "to 14", "bookshops in Lisbury"),
    ("The average age of Dutch farmers is 58.", "58", "Dutch farmers"),
    ("Shares in Kolb Steel closed 4.5% lower.", "4.5%", "Kolb Steel"),
    ("Sales at Brandt Optical climbed 9 percent.", "9 percent", "Brandt Optical"),
    ("Food prices rose 1.1 percent.", "1.1 percent", "Food prices"),
    ("海达食品2024年营收为64亿元。", "64亿元", "海达食品"),
    ("风隼5的重量减轻了120克。", "120克", "风隼5"),
    ("北辰集团的研发投入为36亿元。", "36亿元", "北辰集团"),
    ("東和食品の2025年3月期の売上高は640億円だった。", "640億円", "東和食品"),
    ("映画「長い夜」の興行収入は34億円を超えた。", "34億円", "長い夜"),
    ("遠山科技の研究開発費は360億円だ。", "360億円", "遠山科技"),
]  # fmt: skip

SHARED_SUBJECT: list[Case] = [
    ("Quill, an editor written in Rust, starts in 40 milliseconds and uses 25 MB.", "25 MB",
     "Quill"),
    ("Kestrel Foods bought a dairy in 2018 and sold it for $90 million.", "$90 million",
     "Kestrel Foods"),
    ("The museum opened in 1931 and has 18,000 coins.", "18,000", "museum"),
    ("清源大桥全长2.3公里,主跨680米,总投资12亿元,2019年建成通车。", "680米", "清源大桥"),
    ("清源大桥全长2.3公里,主跨680米,总投资12亿元,2019年建成通车。", "2019年", "清源大桥"),
    ("墨流是一款编辑器,启动仅需40毫秒,内存占用25MB。", "25MB", "墨流"),
    ("雅江全长214公里,流域面积达1.2万平方公里。", "1.2万平方公里", "雅江"),
    ("清流大橋は全長2.3キロ、総工費は120億円で、2019年に開通した。", "120億円", "清流大橋"),
    ("清流大橋は全長2.3キロ、総工費は120億円で、2019年に開通した。", "2019年", "清流大橋"),
    ("灯台は1887年に着工、1891年に完成した。", "1891年", "灯台"),
]  # fmt: skip

NEXT_SUBJECT: list[Case] = [
    ("The population of Tarquay has grown since the harbour reopened in 2012.", "2012", "harbour"),
    ("Dr Hana Belic said the trial had enrolled 1,204 patients.", "1,204 patients", "trial"),
    ("In Castell, unemployment fell to 5.1 per cent.", "5.1 per cent", "Castell"),
    ("There are 48 stations on the Merrin line.", "48 stations", "Merrin line"),
    ("2023年,北辰集团的投入为36亿元,而同期远山科技仅为9亿元。", "9亿元", "远山科技"),
    ("受灾最重的是两河交汇处的石坎镇。镇上有680间房屋倒塌。", "680间", "石坎镇"),
    ("遠山科技の費用は360億円。これに対し北辰社は90億円にとどまる。", "90億円", "北辰社"),
    ("北部鉄道の緑線には48の駅がある。", "48の駅", "北部鉄道の緑線"),
    ("土曜未明の火災では3人が死亡した。", "3人", "土曜未明の火災"),
]  # fmt: skip

REFERENCE: list[Case] = [
    ("Veltra Pharma is based in Basel. The company has 450 staff.", "450 staff", "Veltra Pharma"),
    ("Elena Sorvino joined Tessel. She retired in 2023.", "2023", "Elena Sorvino"),
    ("Mia Holt retired. She married Tom Reed in 1960; he died in 2004.", "2004", "Tom Reed"),
    ("The Hallam Bridge opened in May. The bridge is 410 metres long.", "410 metres",
     "Hallam Bridge"),
    ("Halden Foods grew in May. Its net profit reached $51 million.", "$51 million",
     "Halden Foods"),
    ("南山大学创建于1921年。该校设有21个学院。", "21个", "南山大学"),
    ("飞霜汽车总部在江城。该公司现有员工320人。", "320人", "飞霜汽车"),
    ("林若水毕业于南都大学。她2009年加入研究所。", "2009年", "林若水"),
    ("永安里小区建于1985年。小区内有1260户。", "1260户", "永安里小区"),
    ("云汀跨海大桥周六通车。大桥全长26.8公里。", "26.8公里", "云汀跨海大桥"),
    ("南山大学は県都にある。同大の学生は2万3000人だ。", "2万3000人", "南山大学"),
    ("ノルヴェイン社は新興企業だ。同社の従業員は320人。", "320人", "ノルヴェイン社"),
    ("林若菜氏は建築家だ。2009年に事務所を開いた。", "2009年", "林若菜"),
    ("県立図書館は来年閉館する。蔵書は64万冊。", "64万冊", "県立図書館"),
]  # fmt: skip


def about(text: str, words: str) -> set[str]:
    """The subjects of the claims that quote some words of a text."""
    at = text.index(words)
    claims: tuple[Claim, ...] = extract(read_text(text, "note.txt")).claims
    return {c.subject for c in claims if c.quote.start < at + len(words) and at < c.quote.end}


@pytest.mark.parametrize(
    ("text", "words", "subject"),
    [
        *APPOSITIONS, *FRONTED, *RELATIVE_AND_PASSIVE, *POSSESSION, *SHARED_SUBJECT,
        *NEXT_SUBJECT, *REFERENCE,
    ],
)  # fmt: skip
def test_what_the_claim_is_about(text: str, words: str, subject: str) -> None:
    assert subject in about(text, words)


def test_reported_words_without_a_subject_are_about_the_speaker() -> None:
    assert about("教育局局长林海表示,今年将新建学校12所。", "12所") == {"林海"}


def test_a_part_of_the_topic_stays_the_topics_with_the_part_as_a_qualifier() -> None:
    text = "Corran Tower opens\n\nThe Corran Tower opened on Friday. The lobby has 12 doors.\n"
    [doors] = [c for c in extract(read_text(text, "note.txt")).claims if "12" in c.quote.exact]
    assert (doors.subject, dict(doors.qualifiers)["part"]) == ("Corran Tower", "lobby")
