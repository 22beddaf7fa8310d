"""Lines that give themselves away as the site's, each with its reason, and lines that only look
like them."""

from __future__ import annotations

import pytest

from factcheck.sources import Block, read_text

SITE = {
    "counters": (
        "48 shares", "1.2K views", "12 comments · 5 min read", "3 min read", "24 users",
        "1,024 likes | 33 comments | 7 shares", "👍 12 💬 3", "Share this page · 48 shares",
        "阅读 3.2万", "阅读数：10245", "阅读 1.2万 评论 118 收藏", "2天前 · 阅读 1.2万 · 评论 35",
        "约需6分钟阅读", "赞(23) 收藏(7)", "已有 35 人参与", "コメント12件",
        "ポスト シェア 24 ブックマーク 7", "この記事は約5分で読めます", "いいね！ 34 シェア",
    ),
    "navigation": (
        "Home › Science › Birds", "Home | News | Sport | Weather", "分享 评论",
        "首页 > 科技 > 人工智能", "首页 财经 科技 文化 登录/注册", "关注 分享 收藏",
        "トップ＞ニュース＞科学",
        "ホーム > 連載 > 湖の話", "Facebook X LinkedIn Copy link",
    ),
    "appeal to the reader": (
        "Sign up for the letter of the lake", "We use cookies to improve your visit. Accept all",
        "Share on X", "Log in to leave a comment", "微信扫一扫，关注我们", "长按二维码识别",
        "点击下方卡片关注",
        "打开湖边APP，阅读体验更佳", "登录后查看更多", "この記事をシェアする",
        "メールマガジン登録はこちら", "続きを読む",
    ),
    "link to another page": (
        "Previous: Ten ponds in a row", "Read more: What is a reed?", "上一篇：湖边的芦苇",
        "下一篇：青蛙的数目", "前の記事：白鷺の数え方", "関連記事：十の池",
    ),
    "credit of the site": (
        "责任编辑：李小溪", "【责任编辑：王芳】", "责编 李四 | 校对 王五", "(責任編集: 山田花子)",
        "(Reporting by Mira Solberg; editing by Jo Reed)",
    ),
    "byline with counters": (
        "2024-03-05 10:20 来源：湖边日报 阅读 1200", "Published 3 March 2024 · 5 min read",
        "By Mira Solberg | 5 March 2024 | 48 shares",
    ),
    "age": ("2 hours ago", "发表于 2天前", "3日前"),
}  # fmt: skip

ARTICLE = (
    "The model has 48 shares in the fund.", "Views on the lake", "Comments from the council",
    "3 minutes is all it takes", "13 billion parameters", "5% of users",
    "1,200 users were asked", "Next steps", "Next, the council will vote.", "Related work",
    "Home advantage in numbers", "Follow the money", "Subscribers rose by 12%",
    "Share prices fell 3%", "Accept the offer, said Reed", "Unsubscribe rates fell",
    "2 hours ago the storm began.", "A > B > C", "March 3, 2024", "By Jane Doe",
    "阅读理解 3.2万题", "评论家认为价格会涨。", "分享会共有35人参加", "上一篇文章我们介绍了湖水。",
    "下一篇论文讨论了青蛙。", "扫码支付在湖区已很普遍", "编辑部共有12人", "参与：杜小、李四",
    "作者：王五",
    "来源多样的数据", "校对工作由三人完成。", "审核通过率为97%", "浏览器市场份额 35%",
    "点击率提高了3个百分点", "播放列表共有30首", "登录人数超过三千万", "会員登録者数は10万人です。",
    "ポスト量子暗号の標準", "コメント欄を閉じた理由", "シェアは35%に達した",
    "シェア首位は湖畔製作所",
    "いいね機能を廃止", "文化財 > 重要文化財", "2024年3月5日",
)  # fmt: skip


def block_of(line: str) -> Block:
    """The block that the line becomes in the middle of an article."""
    text = (
        "A heading of the page\n\nRunning text stands here, long enough to be prose.\n\n"
        f"{line}\n\nMore running text of the article follows it.\n\nAnd still more of it.\n"
    )
    block = read_text(text, "a.txt").block_at(text.index(line))
    assert block is not None
    return block


@pytest.mark.parametrize(
    ("line", "reason"), [(line, reason) for reason, lines in SITE.items() for line in lines]
)
def test_a_line_of_the_site_is_furniture_with_its_reason(line: str, reason: str) -> None:
    block = block_of(line)
    assert (block.zone, block.reason) == ("furniture", reason)


@pytest.mark.parametrize("line", ARTICLE)
def test_a_line_of_the_article_that_only_looks_like_it_is_body(line: str) -> None:
    block = block_of(line)
    assert (block.zone, block.reason) == ("body", "")


def test_a_page_whose_lines_were_pasted_keeps_its_title_and_its_metadata() -> None:
    text = """首页 体育 文化 登录/注册
2024-03-05 10:20 来源：湖边日报 作者：周小溪 阅读 1200
湖边的白鹭多了一倍
今年湖边共有白鹭240只，比去年多120只。
芦苇也长高了，平均高度为2.3米。

责任编辑：李四
相关阅读
白鹭为什么站着睡觉？
青蛙的数目
上一篇：十个池塘
版权所有 未经许可不得转载
"""
    document = read_text(text, "page.txt")
    assert dict(document.metadata) == {
        "title": "湖边的白鹭多了一倍", "date": "2024-03-05", "publisher": "湖边日报",
        "authors": "周小溪",
    }  # fmt: skip
    body = [document.text[b.start : b.end] for b in document.blocks if b.zone == "body"]
    assert body == [
        "湖边的白鹭多了一倍",
        "今年湖边共有白鹭240只，比去年多120只。",
        "芦苇也长高了，平均高度为2.3米。",
    ]


def test_where_a_page_was_taken_from_is_told_and_no_part_of_it() -> None:
    text = "The lake in numbers\n來源：湖邊通訊社\n\nThe lake has 12 ponds.\n\nIt has 3 bridges.\n"
    document = read_text(text, "a.txt")
    block = document.block_at(text.index("來源"))
    assert block is not None and block.reason == "where the page was taken from"
    assert document.metadata["publisher"] == "湖邊通訊社"
    chart = "The lake in numbers\n\nThe lake has 12 ponds.\n\n来源：世界银行2023年报告\n"
    block = read_text(chart, "a.txt").block_at(chart.index("来源"))
    assert block is not None and block.zone == "body"
