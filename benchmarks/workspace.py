"""`factcheck run` over a workspace of many articles: the first time, again, and with one changed.

The articles are generated: made-up systems with sizes, years, prices and counts in English,
Chinese and Japanese, every tenth the translation of its neighbour, one passage in thirty wrong.
Every run is a process of its own, so that nothing is remembered but what the store holds.

Run: python benchmarks/workspace.py [--articles 1000] [--keep FOLDER]
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.generated import Figures, child, clock, table, told
from factcheck.model import Language, Source, SourceKind
from factcheck.sources import archive
from factcheck.workspace import Workspace, open_workspace

SENTENCES: dict[Language, tuple[str, ...]] = {
    "en": (
        "{name} has {size} billion parameters and was trained on {tokens} billion tokens.",
        "{name} was released in {year} by Kestrel Works.",
        "The report on {name} counts {pages} pages and {tables} tables.",
        "Training {name} took {days} days and cost {cost} million dollars.",
    ),
    "zh": (
        "{name}拥有{size}0亿参数，使用{tokens}0亿个词元训练。",
        "{name}由红隼公司于{year}年发布。",
        "关于{name}的报告共{pages}页，含{tables}张表。",
        "训练{name}用了{days}天，花费{cost}00万美元。",
    ),
    "ja": (
        "{name}は{size}0億パラメータを持ち、{tokens}0億トークンで訓練された。",
        "{name}は{year}年に公開された。",
        "{name}の報告書は{pages}ページで、表が{tables}個ある。",
        "{name}の訓練には{days}日かかり、費用は{cost}00万ドルだった。",
    ),
}
TALK: dict[Language, str] = {
    "en": "The team describes how it chose the data, what it left out and why the second round "
    "of checks took longer than the first. Readers who keep such systems running will find the "
    "part on maintenance useful, since it names the faults that came up most often.",
    "zh": "团队介绍了如何挑选数据、舍弃了哪些内容，以及第二轮检查为何比第一轮更久。"
    "负责维护这类系统的读者会觉得运维部分有用，因为其中列出了最常见的故障。",
    "ja": "チームはデータの選び方や省いた内容、二回目の点検が一回目より長引いた理由を説明している。"
    "この種のシステムを保守する読者には、よく起きた不具合を挙げた運用の章が役に立つだろう。",
}
HEADINGS: dict[Language, str] = {"en": "Notes of the week", "zh": "本周简报", "ja": "今週のまとめ"}
LANGUAGES: tuple[Language, ...] = ("en", "zh", "ja")
SYLLABLES = tuple(f"{first}{vowel}" for first in "bdfgklmnprstvz" for vowel in "aeiou")
SYSTEMS_AN_ARTICLE = 6
WRONG = 0.03


def facts(system: int) -> dict[str, int]:
    """What is true of a system, from its number alone."""
    return {
        "size": 1 + system % 89, "tokens": 100 + system * 7 % 800, "year": 2012 + system % 12,
        "pages": 10 + system * 3 % 90, "tables": 2 + system % 17, "days": 5 + system * 11 % 95,
        "cost": 1 + system * 5 % 48,
    }  # fmt: skip


def name_of(system: int) -> str:
    """A name that is unlike the others."""
    return "".join(random.Random(f"name {system}").choices(SYLLABLES, k=4)).capitalize()


def is_translation(number: int) -> bool:
    """Every tenth article is the translation of the one before it."""
    return number % 10 == 1


def article(number: int, articles: int, salt: int = 0) -> tuple[Language, str]:
    """One article: which systems it speaks of and what it gets wrong follow from its number."""
    language = LANGUAGES[number % 3]
    topic = random.Random(number - is_translation(number))
    slips = random.Random(f"{number} {salt}")
    lines = [f"# {HEADINGS[language]} {number}", ""]
    for system in topic.sample(range(max(SYSTEMS_AN_ARTICLE, articles)), SYSTEMS_AN_ARTICLE):
        told_of = facts(system)
        if salt or slips.random() < WRONG:
            told_of[slips.choice(sorted(told_of))] *= 10
        name = name_of(system)
        lines += [f"## {name}", ""]
        lines += [f"{form.format(name=name, **told_of)} {TALK[language]}\n"
                  for form in SENTENCES[language]]  # fmt: skip
    return language, "\n".join(lines)


def make(root: Path, articles: int) -> Workspace:
    """A workspace with that many articles in its archive."""
    from factcheck.workflow import init

    workspace = init(root)
    for number in range(articles):
        put(workspace, number, articles)
    return workspace


def put(workspace: Workspace, number: int, articles: int, salt: int = 0) -> None:
    """Archive an article; another salt gives another text."""
    language, text = article(number, articles, salt)
    slug = f"page-{number:05}"
    relations = (("translation_of", f"page-{number - 1:05}"),) if is_translation(number) else ()
    kind: SourceKind = "translation" if relations else "article"
    archive.add(workspace, text.encode(), slug, Source(
        slug=slug, kind=kind, language=language, relations=relations), name=f"{slug}.md",
    )  # fmt: skip


STEPS = {"read_archive": "archive", "take_in": "reading", "reconcile_changed": "reconcile",
         "make_ledger": "ledger", "write_reports": "reports"}  # fmt: skip
"""Function of `workflow.running` → the step it is shown as."""


def run_once(root: Path) -> None:
    """One run, with the seconds of its steps."""
    from factcheck.workflow import running

    taken = dict.fromkeys(STEPS.values(), 0.0)

    def timed(work: Callable[..., object], step: str) -> Callable[..., object]:
        def wrapped(*given: object, **named: object) -> object:
            started = clock()
            try:
                return work(*given, **named)
            finally:
                taken[step] += clock() - started

        return wrapped

    for name, step in STEPS.items():
        setattr(running, name, timed(getattr(running, name), step))
    started = clock()
    result = running.run(open_workspace(root))
    told(seconds=clock() - started, stored=len(result.stored), claims=len(result.ledger.claims),
         conflicts=len(result.ledger.conflicts), **taken)  # fmt: skip


def measured(root: Path, articles: int) -> dict[str, Figures]:
    """The runs one after the other."""
    workspace = make(root, articles)
    found = {"first": child(__file__, "run", "--keep", str(root))}
    found["nothing changed"] = child(__file__, "run", "--keep", str(root))
    put(workspace, articles // 2, articles, salt=1)
    found["one article changed"] = child(__file__, "run", "--keep", str(root))
    (workspace.root / "factcheck.db").unlink()
    found["from nothing again"] = child(__file__, "run", "--keep", str(root))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--way")
    given = parser.parse_args()
    if given.way:
        run_once(given.keep)
        return
    with tempfile.TemporaryDirectory() as folder:
        found = measured(given.keep or Path(folder, "desk"), given.articles)
    columns = ("seconds", *STEPS.values(), "stored", "claims", "conflicts", "peak")
    table(("run", *columns), [
        (name, *(f[c] if c in STEPS.values() or c in ("seconds", "peak") else str(f[c])
                 for c in columns)) for name, f in found.items()
    ])  # fmt: skip


if __name__ == "__main__":
    main()
