"""The predicates of numbers and dates, family by family, in the words of the three languages: the
value's kind and unit and the words at it tell which one is meant."""

# ruff: noqa: E501 - an example stays one line

from __future__ import annotations

import pytest

from tests.claims.spoken import said, valued

MEASURES = """
height | The tower is 142 metres high. | 142
height | 塔高142米。 | 142
height | 電波塔の高さは142メートル。 | 142
height | The summit lies 1,820 metres above sea level. | 1820
height | 山顶海拔1820米。 | 1820
overall_length | The bridge is 820 metres long. | 820
overall_length | 大桥全长820米。 | 820
overall_length | 橋の全長は820メートル。 | 820
width | The road is 9 metres wide. | 9
width | 路面宽9米。 | 9
depth | The lake is 40 metres deep. | 40
depth | 湖水深40米。 | 40
depth | 湖の深さは40メートル。 | 40
diameter | The pipe has a diameter of 3 metres. | 3
diameter | 管道直径3米。 | 3
weight | The camera weighs 421 grams. | 421
weight | 相机重421克。 | 421
weight | カメラの重さは421グラム。 | 421
area | The hall has a floor area of 2,850 square metres. | 2850
area | 展厅面积2850平方米。 | 2850
area | 延べ床面積は2850平方メートル。 | 2850
speed | The train reached a speed of 310 km/h. | 310
speed | 列车时速310公里。 | 310
magnitude | An earthquake of magnitude 6.3 hit the coast. | 6.3
magnitude | 当地发生里氏6.3级地震。 | 6.3
temperature | The temperature fell to 4 degrees Celsius. | 4
temperature | 气温降到4摄氏度。 | 4
"""
MONEY = """
revenue | Revenue was 58 million dollars. | 58000000
revenue | 公司营收3.5亿元。 | 350000000
revenue | 売上高は30億円だった。 | 3000000000
profit | The company made a net profit of 2 million euros. | 2000000
profit | 净利润2.3亿元。 | 230000000
operating_profit | 営業利益は4億円。 | 400000000
operating_profit | Operating profit was 9 million dollars. | 9000000
funding_raised | The start-up raised 85 million dollars. | 85000000
funding_raised | 公司融资8500万元。 | 85000000
valuation | The deal values the company at 1.4 billion dollars. | 1400000000
price | The recorder is priced at 499 euros. | 499
price | 起售价为3299元。 | 3299
price | 入場料は800円。 | 800
budget | The budget is 40 million euros. | 40000000
budget | 预算为4000万元。 | 40000000
construction_cost | The final bill for the ferry came to £155 million. | 155000000
construction_cost | 大桥总投资46亿元。 | 4600000000
construction_cost | 総事業費は310億円。 | 31000000000
fine | The bank was fined £12 million. | 12000000
fine | 公司被罚款1200万元。 | 12000000
fine | 課徴金は12億円。 | 1200000000
grant | The museum got a grant of £300,000. | 300000
grant | 国の補助金は3億円。 | 300000000
"""
COUNTS = """
deaths | The flood left 17 people dead. | 17
deaths | 山洪造成17人遇难。 | 17
deaths | 洪水で17人が死亡した。 | 17
injured | The fire left 30 injured. | 30
injured | 大火造成30人受伤。 | 30
employees | The plant has 640 employees. | 640
employees | 工厂有640名员工。 | 640
employees | 640人の従業員が働く。 | 640
population | The island has 4,600 inhabitants. | 4600
capacity | The hall can hold 18,400 spectators. | 18400
capacity | 场馆可容纳18400人。 | 18400
attendance | The show drew 52,000 visitors. | 52000
attendance | 展览接待5.2万名游客。 | 52000
star_count | The repository has 4,800 stars on GitHub. | 4800
download_count | The package has 30,000 downloads. | 30000
language_count | The model covers 48 languages. | 48
language_count | 模型支持48种语言。 | 48
seat_count | The party won 31 seats. | 31
member_count | The choir has 40 members. | 40
passenger_count | The ferry carried 212 passengers. | 212
page_count | The book has 320 pages. | 320
page_count | 全书320页。 | 320
page_count | 本書は320ページ。 | 320
"""
EVENTS = """
opened | The museum opened on 4 June 2021. | 2021-06-04
opened | 博物馆于2021年6月4日开馆。 | 2021-06-04
opened | 美術館は2021年6月4日に開館した。 | 2021-06-04
closed | The mine closed in May 2019. | 2019-05
closed | 煤矿于2019年5月关闭。 | 2019-05
completed | The bridge was completed in May 2019. | 2019-05
completed | 大桥于2019年5月竣工。 | 2019-05
completed | 橋は2019年5月に完成した。 | 2019-05
work_began | Construction began in May 2019. | 2019-05
work_began | 工程于2019年5月开工。 | 2019-05
work_began | 工事は2019年5月に着工した。 | 2019-05
takes_effect | The law took effect on 1 May 2020. | 2020-05-01
takes_effect | 新规自2020年5月1日起施行。 | 2020-05-01
takes_effect | 改正法は2020年5月1日に施行された。 | 2020-05-01
signed | The treaty was signed on 3 May 2020. | 2020-05-03
signed | 协议于2020年5月3日签署。 | 2020-05-03
held | The meeting took place on 3 May 2020. | 2020-05-03
held | 会议于2020年5月3日举行。 | 2020-05-03
founded | The firm was founded in May 2012. | 2012-05
founded | 公司成立于2012年5月。 | 2012-05
release_status | The film premiered on 3 May 2020. | 2020-05-03
release_status | 新機種は2020年5月3日に発売された。 | 2020-05-03
left_organisation | Ada Grove stepped down on 3 May 2020. | 2020-05-03
joined_organisation | Ada Grove takes over on 3 May 2020. | 2020-05-03
"""
ROLES = """
requirement | The club needs 60 concerts a year to survive. | 60
requirement | 每辆车需要4名技师。 | 4
requirement | 会場には50人の係員が必要だ。 | 50
remains_at | Four of the nine are still there. | 4
component_count | The course is divided into 12 units. | 12
component_count | 课程分为12个单元。 | 12
finding | In the trial the drug cut cases by 71%. | 71
finding | 研究发现,病例减少了71%。 | 71
finding | 調査の結果、事故は71%減った。 | 71
finding | 86%的受访者表示满意。 | 86
training_data | The model was trained on 3,400 patients. | 3400
training_data | 模型用3400例病例训练。 | 3400
relative_performance | The decoder reaches an accuracy of 91%. | 91
relative_performance | 准确率为91%。 | 91
relative_performance | 正答率は91%だった。 | 91
ranking | The team is in second place in the league, ranked 2nd. | 2
"""


def rows(table: str) -> list[tuple[str, str, object]]:
    """Predicate, sentence and value of each line."""
    cells = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    return [(name, text, _number(held)) for name, text, held in cells]


def _number(words: str) -> object:
    return float(words) if words.replace(".", "").isdigit() else words


@pytest.mark.parametrize(
    ("predicate", "text", "held"),
    rows(MEASURES) + rows(MONEY) + rows(COUNTS) + rows(EVENTS) + rows(ROLES),
)
def test_what_a_number_or_date_says(predicate: str, text: str, held: object) -> None:
    assert (predicate, held) in valued(text), valued(text)


def test_two_measures_of_a_clause_have_each_their_own_word() -> None:
    found = valued("The hall is 45 metres wide and 12 metres high.")
    assert {("width", 45), ("height", 12)} <= found
    assert {("overall_length", 820), ("width", 9)} <= valued("大桥长820米,宽9米。")
    assert {("overall_length", 820), ("height", 60)} <= valued(
        "橋は長さ820メートル、高さ60メートル。"
    )


def test_the_word_of_one_number_is_not_that_of_the_next() -> None:
    found = said("The hall has four doors and can hold 900 people.", "capacity")
    assert {held for _, _, held in found} == {900}


@pytest.mark.parametrize(
    "text",
    [
        "Built in 1968, the tower is 142 metres high.",
        "Founded in 1968, the firm has a hall for 900 guests.",
        "大桥于1968年建成,车流量每天900辆。",
        "1968年に開館した美術館には900点の資料がある。",
        "The line opened in 1968 and has 14 stops.",
    ],
)
def test_the_date_of_an_event_is_no_scope_of_a_number(text: str) -> None:
    from tests.claims.spoken import claims

    numbers = [c for c in claims(text) if c.extractor.startswith("quantities@")]
    assert numbers and all(c.qualifier("as_of") is None for c in numbers)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("There were 12 lanterns this year.", "lanterns"),
        ("It has 30 new lanterns behind it.", "new lanterns"),
        ("They bought 5 fire engines and left.", "fire engines"),
        ("沿途设17个补给站。", "补给站"),
        ("共有17台挖掘机参加。", "挖掘机"),
        ("会場にテント17張が並ぶ。", "張"),
    ],
)
def test_the_counted_noun_in_its_clean_form(text: str, noun: str) -> None:
    from tests.claims.spoken import claims

    assert noun in {c.qualifier("of") for c in claims(text)}


def test_ages_of_fossils_are_values() -> None:
    for text in ("化石有6600万年历史,出土于6600万年前的地层。", "The fossil is 66 million years old.",
                 "6600万年前の地層から見つかった。"):  # fmt: skip
        assert not [p for _, p, _ in said(text) if p.endswith("date")]
