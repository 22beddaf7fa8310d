"""Web pages in the layouts that real sites have, in words of our own, and the ways in which sites
mark up a correction.

`{article}` is where the article's text stands, `{notice}` where its correction does. Words of the
site begin with `SITE`, so that a test knows them without a list.
"""

from __future__ import annotations

NEWS = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Heron 2 is released | The Lake Courier</title>
<meta property="og:title" content="Heron 2 is released">
<meta property="og:site_name" content="The Lake Courier">
<meta name="author" content="Mira Solberg">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Heron 2 is released", "datePublished": "2024-03-05T08:00:00Z",
"author": [{{"@type": "Person", "name": "Mira Solberg"}}]}}</script>
<style>.x {{ color: red }}</style></head>
<body class="has-sidebar page-article">
<a class="skip-link" href="#main">SITE skip to the text</a>
<header class="site-header"><div class="logo">SITE The Lake Courier</div>
<nav aria-label="Main"><ul><li><a href="/">SITE Home</a></li><li><a href="/p">SITE People</a></li>
</ul></nav></header>
<main id="main"><article class="story">
<header><h1>Heron 2 is released</h1><p class="byline">By Mira Solberg</p>
<time datetime="2024-03-05T08:00:00Z">5 March 2024</time></header>
<div class="social-share"><a href="#">SITE Share on a network</a><button>SITE Copy</button></div>
<div class="story-body">{article}{notice}</div>
<div class="related-articles"><h2>SITE Related stories</h2><ul><li><a href="/1">SITE Egrets learn
to count</a></li><li><a href="/2">SITE A lake in numbers</a></li></ul></div>
</article></main>
<aside class="sidebar"><h3>SITE Most read</h3><ol><li><a href="/3">SITE Ten ponds</a>
</li></ol></aside>
<footer><p>SITE The Lake Courier, Reed Street 1</p><p>SITE All rights reserved 2024</p></footer>
<script>var tracking = "SITE";</script></body></html>"""

WECHAT = """<!DOCTYPE html><html><head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<meta property="og:title" content="苍鹭二号发布"><title></title></head>
<body id="activity-detail" class="zh_CN mm_appmsg">
<div id="js_article" class="rich_media"><div class="rich_media_inner">
<h1 class="rich_media_title" id="activity-name">苍鹭二号发布</h1>
<div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta">湖边科技</span>
<em id="publish_time" class="rich_media_meta rich_media_meta_text">2024-03-05</em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">
<section style="margin: 0 8px;"><section><p>
<span style="font-size: 15px;">导语由编辑部撰写。</span></p>
{article}</section></section>{notice}</div></div>
<div class="rich_media_tool" id="js_toobar"><span>SITE 阅读原文按钮</span>
<span>SITE 在看按钮</span></div>
<div class="qr_code_pc" id="js_pc_qr_code"><p>SITE 微信扫一扫关注该公众号</p></div>
</div></body></html>"""

BLOG = """<html><head><title>Notes on Heron 2 - Mira's notebook</title></head><body>
<div id="wrapper"><div id="masthead" class="site-masthead"><p>SITE Mira's notebook</p></div>
<div id="navigation"><a href="/">SITE Home</a> <a href="/about">SITE About</a></div>
<div id="content"><div class="post hentry"><h2 class="entry-title">Notes on Heron 2</h2>
<div class="post-meta">Posted on March 5, 2024 by Mira</div>
<div class="entry-content">{article}{notice}</div>
<div class="sharedaddy sd-sharing"><h3>SITE Share this</h3></div>
<p class="post-tags">SITE Tagged models and birds</p></div>
<div id="comments" class="comments-area"><h3>SITE Two comments</h3>
<ol class="commentlist"><li>SITE I liked the second chart.</li></ol></div></div>
<div id="sidebar" class="widget-area"><div class="widget"><h4>SITE Archives</h4><ul>
<li>SITE May</li>
</ul></div></div><div id="footer">SITE Proudly made by hand</div></div></body></html>"""

README = """<!DOCTYPE html><html lang="en" data-color-mode="auto"><head><meta charset="utf-8">
<title>wetland/heron: small models</title><meta name="description" content="Small models"></head>
<body class="logged-out env-production page-responsive"><div class="position-relative">
<a href="#start" class="skip-to-content">SITE Skip to content</a>
<header class="AppHeader" role="banner"><div><span>SITE Sign in to continue</span>
</div></header></div>
<div class="application-main"><main id="js-repo-pjax-container">
<nav class="UnderlineNav" aria-label="Repository"><ul><li><a>SITE Code</a></li><li>
<a>SITE Issues</a></li>
</ul></nav>
<div class="Layout"><div class="Layout-main"><article class="markdown-body entry-content">
<div class="markdown-heading"><h1>Heron 2</h1><a class="anchor" href="#heron-2"></a></div>
{article}{notice}
<div class="highlight highlight-source-shell"><pre>pip install heron
heron --version</pre></div></article></div>
<div class="Layout-sidebar"><h2>SITE About</h2><p>SITE Small models for field notes</p></div></div>
</main></div><footer class="footer" role="contentinfo"><p>SITE Terms of this host</p></footer>
</body></html>"""

JAPANESE = """<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8">
<title>ヘロン2を公開 - 湖畔新聞</title>
<meta property="article:published_time" content="2024-03-05T09:00:00+09:00">
</head><body><div id="l-header" class="global-header"><p>SITE 湖畔新聞</p></div>
<ul class="breadcrumb"><li>SITE トップ</li><li>SITE 科学</li></ul>
<div class="l-main"><div class="article-wrap"><h1 class="article-title">ヘロン2を公開</h1>
<p class="article-date">2024年3月5日 9時00分</p><div class="article-body" itemprop="articleBody">
{article}{notice}</div><ul class="sns-buttons"><li>SITE 共有する</li></ul></div>
<div class="related-news"><h2>SITE 関連記事</h2><ul><li>SITE 白鷺の数え方</li></ul></div></div>
<div class="l-side sidebar"><h2>SITE アクセスランキング</h2><ol><li>SITE 十の池</li></ol></div>
<div id="l-footer" class="site-footer"><p>SITE 無断転載を禁じます</p></div></body></html>"""

WIKI = """<!DOCTYPE html><html class="client-nojs" lang="en" dir="ltr"><head><meta charset="UTF-8">
<title>Heron 2 - Lakepedia</title></head><body class="skin-vector mediawiki ltr ns-0">
<div id="mw-page-base" class="noprint"></div><div id="content" class="mw-body" role="main">
<h1 id="firstHeading" class="firstHeading">Heron 2</h1>
<div id="bodyContent"><div id="siteSub" class="noprint">SITE From Lakepedia</div>
<a class="mw-jump-link" href="#mw-head">SITE Jump to navigation</a>
<div id="mw-content-text"><div class="mw-parser-output">
<table class="infobox"><tbody><tr><th>Developer</th><td>Wetland Labs</td></tr>
<tr><th>Released</th><td>2024</td></tr></tbody></table>
{article}
<div id="toc" class="toc" role="navigation"><h2>SITE Contents</h2><ul>
<li>SITE 1 History</li></ul></div>
<h2><span class="mw-headline" id="History">History</span>
<span class="mw-editsection">SITE edit</span></h2>
{notice}
<div role="navigation" class="navbox"><table><tr><th>SITE Models</th>
<td>SITE Egret 1</td></tr></table>
</div></div></div><div id="catlinks" class="catlinks">SITE Categories: lakes</div></div></div>
<div id="mw-navigation"><div id="p-navigation" class="vector-menu portal"><ul>
<li>SITE Main page</li>
</ul></div></div><footer id="footer" role="contentinfo"><ul>
<li>SITE This page was last edited</li></ul>
</footer></body></html>"""

DOCS = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/>
<title>Models &mdash; heron docs</title>
</head><body class="wy-body-for-nav"><div class="wy-grid-for-nav">
<nav class="wy-nav-side"><div class="wy-menu"><ul><li>SITE Installation</li>
<li>SITE Tutorial</li></ul>
</div></nav><section class="wy-nav-content-wrap"><div class="rst-content">
<div role="navigation" class="wy-breadcrumbs-aside"><ul class="wy-breadcrumbs">
<li>SITE Docs</li></ul></div>
<div role="main" class="document" itemscope="itemscope" itemtype="http://schema.org/Article">
<div itemprop="articleBody"><section id="models">
<h1>Models<a class="headerlink" href="#models">SITE ¶</a>
</h1>{article}
<dl class="py class"><dt>Context length</dt><dd><p>8192 tokens</p></dd>
</dl>{notice}</section></div></div>
<footer><div class="rst-footer-buttons" role="navigation"><a>SITE Next chapter</a></div>
<hr/><div role="contentinfo"><p>SITE Copyright 2024, Wetland Labs.</p></div></footer>
</div></section></div></body></html>"""

NEWSLETTER = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type"
content="text/html; charset=UTF-8" /><title>The week in ponds</title></head>
<body style="margin:0" bgcolor="#f0f0f0">
<div class="preheader" style="display:none;font-size:0">SITE What
you will read today</div>
<table width="100%" role="presentation"><tr><td align="center"><table width="600"><tr><td>
<table class="header-menu"><tr><td>SITE View in a browser</td></tr></table>
<h1 style="font-family:serif">The week in ponds</h1></td></tr><tr><td>
<table width="100%"><tr><td style="padding:10px">{article}</td></tr></table>
<table width="100%"><tr><td>{notice}</td></tr></table></td></tr>
<tr><td class="footer"><p>SITE You get this letter because you asked for it.</p>
<p class="unsubscribe">SITE Unsubscribe here</p></td></tr></table></td></tr></table>
</body></html>"""

LAYOUTS = {
    "news": NEWS, "wechat": WECHAT, "blog": BLOG, "readme": README, "japanese": JAPANESE,
    "wiki": WIKI, "docs": DOCS, "newsletter": NEWSLETTER,
}  # fmt: skip

ARTICLE = """<p>Heron 2 has 13 billion parameters and was trained on 2 trillion tokens.</p>
<p>苍鹭二号共有130亿个参数。<br>模型由湿地实验室开发。</p>
<h3>Results on small ponds</h3>
<ul><li>First point on ponds.</li><li><p>Second point on ponds.</p><p>What follows it.</p></li></ul>
<table><tr><th>Model</th><th>Parameters</th></tr><tr><td>Heron 1</td><td>7 billion</td></tr></table>
<figure><img src="a.png" alt="A heron on a stone">
<figcaption>Figure 1: a heron.</figcaption></figure>
<blockquote><p>ヘロン2は2024年3月に公開された。</p></blockquote>"""

BODY = (
    "Heron 2 has 13 billion parameters and was trained on 2 trillion tokens.",
    "苍鹭二号共有130亿个参数。", "模型由湿地实验室开发。", "Results on small ponds",
    "First point on ponds.", "Second point on ponds.", "What follows it.",
    "| Heron 1 | 7 billion |", "Figure 1: a heron.", "ヘロン2は2024年3月に公開された。",
)  # fmt: skip

SAID = "An earlier version of this article gave 30 billion parameters for Heron 2"
NOTICES = {
    "class": f'<div class="article-correction"><p>{SAID}.</p></div>',
    "aside": f"<aside><p>Correction: {SAID}.</p></aside>",
    "emphasis": f"<p><em>Correction, 6 March: {SAID}.</em></p>",
    "footer": f'<footer class="story-footer"><p>Correction: {SAID}.</p></footer>',
    "section": f'<section id="corrections"><h3>Corrections</h3><ul><li>{SAID}.</li></ul></section>',
    "details": f"<details><summary>更正</summary><p>{SAID}.</p></details>",
    "role": f'<div role="note" aria-label="Correction">{SAID}.</div>',
    "editor": f'<p class="editors-note"><strong>Editor’s note:</strong> {SAID}.</p>',
    "table": f"<table class=errata><tr><th>Wrong</th><th>Right</th></tr><tr><td>{SAID}</td>"
    "<td>13 billion</td></tr></table>",
    "definition": f"<dl><dt>訂正</dt><dd>{SAID}.</dd></dl>",
    "property": f'<div itemprop="correction">{SAID}.</div>',
    "small": f"<p><small>[Correction] {SAID}.</small></p>",
    "struck": f"<p>Correction: it has <del>30 billion</del> <ins>13 billion</ins>. {SAID}.</p>",
    "paragraph": f'<p class="correction">{SAID}.</p>',
    "quotation": f"<blockquote><p><b>更正：</b>{SAID}.</p></blockquote>",
    "heading": f"<h3>Correction</h3><p>{SAID}.</p>",
    "japanese heading": f"<h4>お詫びと訂正</h4><p>{SAID}.</p>",
    "data": '<script type="application/ld+json">{"@type": "NewsArticle", "correction": '
    f'{{"@type": "CorrectionComment", "text": "{SAID}."}}}}</script>',
    "deep": f'<div class="x"><div class="c-correction__body"><div><p>{SAID}.</p></div></div></div>',
}
"""A correction, marked up in the ways in which sites do it."""
