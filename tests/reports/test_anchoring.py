"""Web Annotations anchored again by somebody else: JavaScript in a browser, whose strings count
UTF-16 units, by position and by quote, on texts with emoji and rare ideographs."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from factcheck.corrections.ledger import Ledger
from factcheck.model import Claim, Text
from factcheck.reports import build, render
from tests.reports import sample

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(not BROWSER, reason="no Chromium is installed")
TEXT = (
    "# \U0001f426 Tern 2 \U0001f469\u200d\U0001f52c\n\n"
    "\U00020bb7野家 saw Tern 2. \U0001f426\U0001f426 Tern 2 has 36 billion parameters; e\u0301 and "
    "\U0001f44d\U0001f3fd stand before 36 billion tokens.\n"
    "模型有 360 亿参数\U0001f600，发布于 2024 年。\n"
)
"""A bird, a scientist of three code points, an ideograph beyond the first plane, a thumb of two."""
WORDS = ("Tern 2", "36 billion", "360 亿", "2024 年", "e\u0301", "\U0001f469\u200d\U0001f52c",
         "\U00020bb7野家", "\U0001f44d\U0001f3fd")  # fmt: skip
PAGE = """<!doctype html><meta charset="utf-8"><pre id="out"></pre><script>
const text = {text}, items = {items};
const units = [0]; // place of every code point in UTF-16 units
for (const point of text) units.push(units[units.length - 1] + point.length);
function byPosition(s) {{ return text.slice(units[s.start], units[s.end]); }}
function byQuote(s) {{
  const places = [];
  for (let at = text.indexOf(s.exact); at >= 0; at = text.indexOf(s.exact, at + 1)) {{
    const before = text.slice(0, at), after = text.slice(at + s.exact.length);
    if (before.endsWith(s.prefix) && after.startsWith(s.suffix)) places.push(at);
  }}
  return places;
}}
const out = items.map(item => {{
  const [quote, position] = item.target.selector;
  return {{exact: quote.exact, here: byPosition(position), naive: text.slice(position.start,
           position.end), places: byQuote(quote), unit: units[position.start]}};
}});
document.getElementById("out").textContent = JSON.stringify(out);
</script>
"""


def ledger() -> Ledger:
    """Every place of every word as a claim."""
    document = sample.read("birds", TEXT, "en")
    claims = [
        Claim(subject="Tern 2", predicate="statement", value=Text(value=words), extractor="x@1",
              quote=document.quote(found.start(), found.end()), ordinal=number)
        for words in WORDS
        for number, found in enumerate(re.finditer(re.escape(words), TEXT))
    ]  # fmt: skip
    return replace(
        sample.ledger(), documents={"birds": document}, claims=tuple(claims), conflicts=(),
        sources=(replace(sample.ledger().sources[0], slug="birds"),), notices=(), agreements=(),
        corrections=(), decisions=(), history={}, statuses={}, stale=(), coverage={},
    )  # fmt: skip


def in_browser(folder: Path, items: list[Any]) -> list[dict[str, Any]]:
    page = folder / "page.html"
    text = json.dumps(TEXT).replace("<", "\\u003c")
    page.write_text(PAGE.format(text=text, items=json.dumps(items).replace("<", "\\u003c")),
                    encoding="utf-8")  # fmt: skip
    done = subprocess.run(
        [str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom",
         f"--user-data-dir={folder / 'profile'}", page.as_uri()],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    shown = re.search(r'<pre id="out">(.*?)</pre>', done.stdout, re.DOTALL)
    assert shown, done.stdout
    found: list[dict[str, Any]] = json.loads(html.unescape(shown[1]))
    return found


def test_both_selectors_find_the_words_in_a_browser(tmp_path: Path) -> None:
    items = json.loads(render(build(ledger()), "annotations"))["first"]["items"]
    assert len(items) == 11
    found = in_browser(tmp_path, items)
    for one in found:
        assert one["here"] == one["exact"]
        assert one["places"] == [one["unit"]], "the quote has one place, that of the position"
    # the control: who takes code points for units is led astray
    assert sum(one["naive"] != one["exact"] for one in found) == 11
