"""The page on limits says what the readers do."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.sources.files import PDF_LIMIT
from factcheck.sources.html import meta as html_meta
from factcheck.sources.pdf import pages as pdf_pages
from factcheck.sources.records import json_spans
from factcheck.sources.site import furniture
from factcheck.sources.site import lines as site_lines
from factcheck.sources.worker import Limits

PAGE = (Path(__file__).parents[2] / "docs" / "limits.md").read_text(encoding="utf-8")
WORKER = Limits()


@pytest.mark.parametrize(
    "line",
    [
        f"{PDF_LIMIT:,} bytes and {pdf_pages.PAGE_LIMIT:,} pages",
        f"{WORKER.cpu} s of processor, {WORKER.wall} s on the clock",
        f"{WORKER.memory >> 30} GiB of memory, {WORKER.output:,} bytes of answer",
        f"| levels of JSON | {json_spans.DEPTH} |",
        f"{html_meta.LD_LIMIT:,} characters and {html_meta.LD_NODES:,} objects",
    ],
)
def test_a_limit_on_the_page_is_the_limit_of_the_readers(line: str) -> None:
    assert line in PAGE


@pytest.mark.parametrize(
    "reason",
    [site_lines.BYLINE, site_lines.CREDIT, site_lines.APPEAL, site_lines.NAVIGATION,
     site_lines.SEPARATOR, furniture.LEGAL_LINE, furniture.OWNER],
)  # fmt: skip
def test_a_reason_is_on_the_page(reason: str) -> None:
    assert reason in PAGE
