"""Pages whose markup tells nothing, as sites make them by machine: their own words and their links
tell the site from the article."""

from __future__ import annotations

import pytest

from factcheck.sources import read_bytes

PLATFORM = """<html><body><div id=root><div><a>Open in app</a><a>Sign up</a><a>Sign in</a></div>
<div><h1>Small models on wet ground</h1><h2>What a year with Heron taught us</h2>
<div><div><a>Mira Solberg</a> · <a>Follow</a></div><div>6 min read · Mar 5, 2024</div></div>
<div><button>Listen</button><button>Share</button></div>
<p>Heron 2 has 13 billion parameters. It was trained on 2 trillion tokens in 2023.</p>
<p>We paid 4,000 euros for it.</p><p><em>Correction: an earlier version said 31 billion.</em></p>
</div><div>2.3K Followers</div><div>Is this page useful?</div>
<div>Help Status About Careers Press Blog Privacy Terms</div></div></body></html>"""
PLATFORM_BODY = (
    "Small models on wet ground", "What a year with Heron taught us",
    "Heron 2 has 13 billion parameters. It was trained on 2 trillion tokens in 2023.",
    "We paid 4,000 euros for it.", "Correction: an earlier version said 31 billion.",
)  # fmt: skip

TECHNICAL = """<html><body><div><a>博客</a> <a>下载</a> <a>学习</a> <a>社区</a></div><div>
<h1>苍鹭二号模型介绍</h1><div><span>原创</span> <a>湖边小溪</a>
<span>于 2024-03-05 10:20:11 发布</span>
<span>阅读量1.2w</span> <span>收藏 35</span> <span>点赞数 12</span></div>
<div><p>苍鹭二号共有130亿个参数，训练用了2万亿个词元。</p><h2>一、性能</h2>
<p>在测试集上准确率为85.3%。</p><p>勘误：上一版误写为31亿，应为130亿。</p></div></div>
<div>本文对你有帮助么？</div><div>没帮助</div><div>有帮助</div>
<div>关于我们 招贤纳士 商务合作 寻求报道 400-000-0000</div></body></html>"""
TECHNICAL_BODY = (
    "苍鹭二号模型介绍", "苍鹭二号共有130亿个参数，训练用了2万亿个词元。", "一、性能",
    "在测试集上准确率为85.3%。", "勘误：上一版误写为31亿，应为130亿。",
)  # fmt: skip

AGENCY = """<html><body><div>2024年3月6日 星期三 | 登录 | 注册</div>
<div>您现在的位置：首页 &gt; 新闻 &gt; 科技</div><h1>湖区新添白鹭240只</h1>
<div>2024年03月05日 09:12 来源：湖边日报 参与互动(12) 【字体：大 中 小】 分享到：</div>
<p>湖区管理局5日公布，今年白鹭共有240只，同比增长20%。</p><p>明年投入将达3000万元。</p>
<div>【编辑:王小】</div><div>【责任编辑:张三】</div><div>更多精彩内容请进入科技频道</div>
<h3>24小时热榜</h3><ul><li>青蛙数目创新高</li></ul></body></html>"""
AGENCY_BODY = (
    "湖区新添白鹭240只", "湖区管理局5日公布，今年白鹭共有240只，同比增长20%。",
    "明年投入将达3000万元。",
)  # fmt: skip

GAZETTE = """<html><body bgcolor=white><table width=100%><tr><td width=120>
<a>News</a><br><a>Sport</a><br><a>Weather</a><br><a>Letters of the week</a></td><td>
<h2>Herons double</h2><p>The lake has 240 herons, twice as many as in 2022.
<p><b>Correction:</b> The first edition said 420 herons.<p><a>Back to top</a></td></tr>
<tr><td colspan=2><font size=-1>&copy; 1999 The Pond Gazette. <a>Contact us</a></font></td></tr>
</table></body></html>"""
GAZETTE_BODY = (
    "Herons double", "The lake has 240 herons, twice as many as in 2022.",
    "Correction: The first edition said 420 herons.",
)  # fmt: skip

PORTAL = """<html><body><div><ul>
<li><a>トップ</a></li><li><a>速報</a></li><li><a>天気</a></li></ul></div>
<div><h1>ヘロン2を公開 130億パラメータ</h1><div>コメント48件</div>
<p>湿地研究所は5日、言語モデル「ヘロン2」を公開した。パラメータ数は130億。</p>
<p>【訂正】初出時、パラメータ数を31億としましたが、正しくは130億です。</p></div>
<h2>関連記事</h2><ul><li><a>白鷺の数え方</a></li><li><a>十の池を歩く</a></li></ul>
<div>Copyright © 2024 湖畔新聞社 無断転載を禁じます。</div></body></html>"""
PORTAL_BODY = (
    "ヘロン2を公開 130億パラメータ",
    "湿地研究所は5日、言語モデル「ヘロン2」を公開した。パラメータ数は130億。",
    "【訂正】初出時、パラメータ数を31億としましたが、正しくは130億です。",
)  # fmt: skip

PAGES = {
    "platform": (PLATFORM, PLATFORM_BODY), "technical": (TECHNICAL, TECHNICAL_BODY),
    "agency": (AGENCY, AGENCY_BODY), "gazette": (GAZETTE, GAZETTE_BODY),
    "portal": (PORTAL, PORTAL_BODY),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_the_article_alone_is_body(name: str) -> None:
    source, wanted = PAGES[name]
    document = read_bytes(source.encode(), f"{name}.html")
    body = [document.text[b.start : b.end] for b in document.blocks if b.zone == "body"]
    assert body == list(wanted)
    assert all(block.reason for block in document.blocks if block.zone == "furniture")


def test_what_a_byline_of_an_agency_states_is_the_metadata() -> None:
    stated = read_bytes(AGENCY.encode(), "a.html").metadata
    assert dict(stated) == {
        "title": "湖区新添白鹭240只", "date": "2024-03-05", "publisher": "湖边日报",
    }  # fmt: skip


def test_links_below_the_title_are_the_article_s() -> None:
    source = "<html><body><h1>Five ponds</h1><ul><li><a>Reed pond</a></li><li><a>Frog pond</a></li>"
    document = read_bytes(f"{source}</ul><p>Each is worth a walk.</p></body></html>".encode(), "a")
    assert all(block.zone == "body" for block in document.blocks)
