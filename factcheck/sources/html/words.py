"""What elements, roles and class names of web pages mean: tables, so that a site's habit is a word
to add and no code to write."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from pathlib import Path


def _names(name: str) -> frozenset[str]:
    return frozenset(_TABLES[name])


# read beside the module: the worker that uses it has no package to ask
_TABLES: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
)["names"]

BLOCKS = _names("blocks")
SILENT = frozenset({"script", "style", "head", "title", "meta", "link", "base"})
"""Elements whose content is no text of the page."""
RUBY_BRACKETS = frozenset("()（）")
"""What `<rp>` shows where `<rt>` is not understood; we set brackets ourselves."""
KEPT_APART = frozenset({"a", "button", "label"})
"""Elements that a page shows with room between two of them."""
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": 6}
REMOVED = frozenset({"del", "s", "strike"})
CONTROLS = frozenset({"button", "select", "option", "textarea", "label", "svg", "template",
                      "noscript", "dialog", "iframe", "video", "audio", "noframes"})  # fmt: skip
"""Elements of the page's machinery."""

FURNITURE_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary",
                             "menu", "menubar", "toolbar", "dialog", "alertdialog", "doc-toc",
                             "tablist"})  # fmt: skip
BODY_ROLES = frozenset({"main", "article"})

LAST_WORDS = _names("last")
FIRST_WORDS = _names("first")
CONTAINERS = _names("containers")
WHOLE_NAMES = _names("whole")
PREFIX_ONLY = re.compile(r"(?:has|with|no|without|is|page|js|layout|col)[-_]", re.IGNORECASE)
"""Class names that only say what else stands on the page."""

CORRECTION_WORDS = _names("correction")
CORRECTION_PAIRS = (("editor", "note"), ("editors", "note"), ("editorial", "note"),
                    ("update", "note"), ("article", "update"), ("correction", "note"))  # fmt: skip
CORRECTION_ROLES = frozenset({"doc-errata"})

CORRECTION_LABEL = re.compile(
    r"corrections?|corrected|errat(?:um|a)|corrigend(?:um|a)|retraction|clarification|"
    r"editor['’]?s note|更正|勘误|勘誤|订正|訂正|お詫び|正誤|编者按|編者按|撤回",
    re.IGNORECASE,
)
OPENERS = frozenset({"summary", "h2", "h3", "h4", "h5", "h6"})
"""Elements that say what the part of the page is that they begin."""
LONGEST_OPENER = 60
HIDING = (
    (re.compile(r"display\s{0,9}:\s{0,9}none", re.IGNORECASE), "display:none"),
    (re.compile(r"visibility\s{0,9}:\s{0,9}(?:hidden|collapse)", re.IGNORECASE), "visibility"),
    (re.compile(r"font-size\s{0,9}:\s{0,9}0(?![.\d]*[1-9])", re.IGNORECASE), "font-size:0"),
    (re.compile(r"(?<![-\w])opacity\s{0,9}:\s{0,9}0(?![.\d]*[1-9])", re.IGNORECASE), "opacity:0"),
    (re.compile(r"text-indent\s{0,9}:\s{0,9}-\d{3,6}", re.IGNORECASE), "moved off the page"),
    (re.compile(r"(?:left|top)\s{0,9}:\s{0,9}-\d{4,6}", re.IGNORECASE), "moved off the page"),
)
WHITE = re.compile(
    r"(?<![-\w])color\s{0,9}:\s{0,9}(?:#fff(?:fff)?(?![0-9a-f])|white|rgb\(\s{0,4}255\s{0,4},"
    r"\s{0,4}255\s{0,4},\s{0,4}255)",
    re.IGNORECASE,
)
BACKGROUND = re.compile(
    r"background(?:-color|-image)?\s{0,9}:\s{0,9}(?!(?:#fff(?:fff)?(?![0-9a-f])|white|"
    r"transparent|none|inherit))",
    re.IGNORECASE,
)
STRUCK = re.compile(r"text-decoration[a-z-]{0,8}\s{0,9}:[^;]{0,40}line-through", re.IGNORECASE)

SUPERSCRIPT = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
SUPERSCRIPTABLE = frozenset("0123456789+-−=()n")

_WORDS = re.compile(r"[A-Z]?[a-z0-9]{1,40}|[A-Z]{1,40}(?![a-z])|[^\x00-\x7f]{1,40}")


def words_of(name: str) -> list[str]:
    """The words of a class name or id: `relatedArticles`, `related-articles`."""
    return [word.casefold() for word in _WORDS.findall(name[:200])]


def is_site_name(name: str) -> bool:
    """Whether a class name or id is of the site and not of the article."""
    if name in WHOLE_NAMES:
        return True
    if PREFIX_ONLY.match(name):
        return False
    words = words_of(name)
    if not words:
        return False
    if words[-1] in LAST_WORDS or "".join(words) in LAST_WORDS:
        return True
    return len(words) > 1 and words[0] in FIRST_WORDS and words[-1] in CONTAINERS


def is_correction_name(name: str) -> bool:
    """Whether a class name, id or property says that a text corrects."""
    words = words_of(name)
    if any(word in CORRECTION_WORDS for word in words):
        return True
    return any(pair in CORRECTION_PAIRS for pair in pairwise(words)) or (
        "".join(words[:2]) in CORRECTION_WORDS
    )
