"""Which `key: value` lines are fields: the keys that records, bylines and abstracts go by.

A key alone proves little (`Gemma: Open Models …` is a title), so unknown keys count only in the
company of known ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.sources.lines import COLONS

KEY_LIMIT = 48
"""Characters of the longest key; what is longer is a clause."""

NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "标题", "題名", "標題", "タイトル", "论文标题", "論文タイトル", "题目", "題目",
              "paper title", "论文名称", "name", "名称", "論文名", "papers", "paper", "headline"),
    "authors": ("authors", "author", "作者", "著者", "by", "written by", "writer", "byline", "文",
                "撰文", "记者", "記者", "執筆", "筆者", "论文作者", "編著", "authored by", "编译", "翻訳",
                "译者", "translator", "translated by", "编辑", "編集", "責任編集", "editor", "editors",
                "edited by", "reporter", "リポーター", "整理", "作者团队"),
    "date": ("date", "日期", "日付", "发布时间", "發布時間", "发布日期", "公開日", "投稿日", "掲載日",
             "published", "publication date", "posted", "submitted", "提交日期", "投稿", "发表时间",
             "公開", "時間", "时间", "date published", "发表日期", "発行日", "発表日", "year", "年份", "年",
             "出版年", "発表年"),
    "updated": ("updated", "last updated", "更新", "更新日", "更新时间", "更新日時", "最終更新",
                "修订日期", "last modified", "modified", "revised", "改訂日"),
    "arxiv": ("arxiv", "arxiv url", "arxiv id", "arxiv编号", "arxiv番号", "arxiv link", "eprint"),
    "doi": ("doi", "doi url", "doi link"),
    "url": ("url", "link", "链接", "連結", "リンク", "地址", "网址", "原文链接", "论文链接", "论文地址",
            "論文リンク", "論文url", "source url", "permalink", "homepage", "项目主页", "项目地址",
            "project page", "pdf", "原文", "website", "代码", "代码地址", "code", "github", "コード"),
    "licence": ("license", "licence", "许可", "许可证", "授权协议", "ライセンス", "協議", "协议", "利用許諾"),
    "abstract": ("abstract", "摘要", "概要", "要約", "要旨", "summary", "简介", "簡介", "内容简介", "紹介",
                 "tl;dr", "tldr", "description", "overview", "论文摘要", "論文概要", "introduction",
                 "内容概要", "核心内容", "导读", "導讀", "主要内容"),
    "note": ("note", "notes", "comment", "comments", "注", "备注", "備考", "补充", "補足", "推荐", "推薦",
             "推荐理由", "おすすめ", "コメント", "点评", "解説", "一句话总结", "总结", "まとめ", "结论",
             "結論", "contribution", "contributions", "highlights", "亮点", "remark", "recommendation",
             "why it matters", "key points", "key takeaways", "takeaway", "result", "results"),
    "correction": ("correction", "corrections", "corrigendum", "erratum", "errata", "更正", "勘误",
                   "勘誤", "订正", "訂正", "正誤", "お詫び", "お詫びと訂正", "编者按", "編者按", "編集部注",
                   "editor's note", "editor’s note", "editors' note", "update", "retraction", "撤回",
                   "clarification", "澄清", "说明", "说明更正", "更正说明", "更正声明", "訂正とお詫び",
                   "追記", "編集者注", "编者注", "disclaimer", "免责声明", "免責事項"),
    "publisher": ("publisher", "journal", "venue", "conference", "期刊", "会议", "会議", "出版社", "出典",
                  "source", "来源", "來源", "ソース", "出处", "掲載誌", "学会", "发表于", "発表先",
                  "booktitle", "published in", "outlet", "媒体", "発行", "发布机构"),
    "affiliation": ("affiliation", "affiliations", "机构", "机构单位", "单位", "所属", "institution",
                    "institutions", "organization", "organisation", "所属機関", "作者单位", "研究机构",
                    "company", "公司", "企業", "founder", "founders", "创始人", "创办人", "創業者", "ceo",
                    "team", "团队", "headquarters", "总部", "本社", "employees", "员工", "従業員数",
                    "founded", "成立", "成立时间", "設立", "創業", "发布方", "開発元", "developer",
                    "开发者", "advisor", "导师", "members", "成员", "メンバー"),
    "subject": ("keywords", "关键词", "關鍵詞", "キーワード", "categories", "category", "分类", "分類",
                "subjects", "subject", "カテゴリ", "カテゴリー", "领域", "topic", "topics", "task",
                "任务", "model", "模型", "モデル", "dataset", "数据集", "データセット", "version", "版本",
                "バージョン", "language", "语言", "言語", "size", "parameters", "参数", "参数量",
                "パラメータ", "パラメータ数", "params", "context", "context length", "上下文长度",
                "training data", "训练数据", "type", "类型", "release date", "released", "release",
                "price", "价格", "価格", "funding", "融资", "valuation", "估值", "budget", "score",
                "id", "isbn", "issn", "volume", "issue", "pages", "series", "edition", "status",
                "ステータス", "状态", "citation", "引用", "tags", "标签", "タグ", "location", "地点",
                "場所", "accuracy", "token数", "tokens", "architecture", "架构", "subjects"),
}  # fmt: skip
"""Names of fields by the metadata they hold, folded."""

KNOWN: dict[str, str] = {key: name for name, keys in NAMES.items() for key in keys}
PROSE = frozenset({"abstract", "note", "correction"})
"""Fields whose value is running text and may go on over several lines."""

_BYLINE_END = re.compile(
    r"(?:参与|參與|编辑|編輯|編集|撰文|整理|编译|編譯|报道|報道|供稿|出品|执笔|執筆|翻译|翻訳|监制|取材|著|作者|著者|记者|記者)$"
)
_QUALIFIER = re.compile(r"\s{0,2}[(（\[][^()（）\[\]]{1,24}[)）\]]$")
_KEY = re.compile(
    r"(?P<mark>\*\*|__)?(?P<key>[^\s:：︰|｜丨*][^:：︰|｜丨\n]{0,47}?)"
    r"(?P<closing>\*\*|__)?[ \t\u3000]{0,2}(?P<colon>[:：︰|｜丨])(?(mark)(?:\*\*|__)?)[ \t\u3000]{0,8}"
)
_NO_KEY = re.compile(
    r"[。．!?！？;；“”\"「」『』\n]|[,，、](?=\s)|\.\s|https?$|^\d{1,4}$|\d[:：]?$"
)
_BY = re.compile(
    r"(?P<key>By|BY|文/|文／|作者/|作者／|取材・文)[ \t\u3000=＝]{1,3}(?=[^\sa-z])|(?P<slash>文[/／|｜丨])"
)
_FOLDED = str.maketrans({"’": "'"})


@dataclass(frozen=True, slots=True)
class Key:
    """A possible field at the head of a line: the key as written, where its value begins in the
    line, which metadata it names (`""` when unknown), and whether a colon ended it."""

    label: str
    value_at: int
    name: str


def key_of(head: str) -> Key | None:
    """The `key:` that a line's head (without its marker) begins with, None when there is none."""
    byline = _BY.match(head)
    if byline and len(head) < 120:
        label = (byline["key"] or byline["slash"]).rstrip("/／|｜丨=＝ \t\u3000")
        return Key(label, byline.end(), "authors")
    match = _KEY.match(head)
    if match is None or head[match.end() : match.end() + 2] == "//":
        return None
    label = match["key"].strip()
    name = field_name(label)
    if match["colon"] not in COLONS and name not in ("authors", "date", "publisher"):
        return None
    if not name and _NO_KEY.search(label):
        return None
    return Key(label, match.end(), name)


def field_name(label: str) -> str:
    """The metadata that a key names (`Title(参考訳)` → title), `""` when it is not known."""
    folded = " ".join(label.casefold().translate(_FOLDED).split())
    if folded in KNOWN:
        return KNOWN[folded]
    bare = _QUALIFIER.sub("", folded)
    if bare in KNOWN:
        return KNOWN[bare]
    if _BYLINE_END.search(folded) and len(folded) <= KEY_LIMIT:
        return "authors"
    for word in ("abstract", "title"):  # `Abstract要約`, `Title和訳`: a key in two languages
        if folded.startswith(word) and not folded[len(word) :].isascii():
            return word
    return ""


def plausible_key(label: str) -> bool:
    """Whether an unknown label could be a field's key: a few words, no clause."""
    if label.isascii():
        return len(label.split()) <= 4 and len(label) <= 32
    return len(label) <= 24
