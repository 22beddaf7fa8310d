"""A report as PDF, set by typst, which the extra `report` installs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from factcheck.errors import StoreUnavailable, UsageError
from factcheck.reports.contents import Contents
from factcheck.reports.paper.blocks import Block, blocks_of
from factcheck.reports.paper.fonts import Face, Fonts

KNOWN_LANGUAGES = ("en", "ja", "zh")
EPOCH = 0
"""The time that the file names as its own: a report has no clock, so the same revision is the same
file."""


def render_pdf(contents: Contents, folders: Sequence[Path] = ()) -> bytes:
    """The report as a PDF file, with the fonts of the system and of the folders. Raises UsageError
    without the library, and without a font for the characters of the report; characters that no
    font at hand has are written as `⟨U+1F426⟩`."""
    typst = _library()
    paths = [str(folder) for folder in folders]
    found = typst.Fonts(include_embedded_fonts=False, font_paths=paths).fonts()
    fonts = Fonts(
        Face(family=f.family, path=str(f.path), index=f.index)
        for f in sorted(found, key=lambda f: (f.style != "normal", abs(f.weight - 400),
                                              f.stretch != 1.0, str(f.path), f.index))
        if f.path
    )  # fmt: skip
    blocks = list(blocks_of(contents))
    chosen = fonts.chosen((run.language, run.text) for block in blocks for run in block.runs)
    data = {
        "title": f"Correction report: {contents.workspace}".encode("utf-8", "replace").decode(),
        "fonts": chosen,
        "blocks": [asdict(_writable(block, fonts, chosen)) for block in blocks],
    }
    source = files("factcheck.reports.paper").joinpath("report.typ").read_bytes()
    try:
        made: bytes = typst.compile(source, format="pdf", font_paths=paths, timestamp=EPOCH,
                                    sys_inputs={"data": json.dumps(data)})  # fmt: skip
    except (RuntimeError, ValueError) as error:
        raise StoreUnavailable("pdf", f"the page could not be set: {' '.join(str(error).split())}",
                               "use another format, and report it") from error  # fmt: skip
    return made


def _library() -> Any:
    try:
        import typst
    except ImportError as error:
        raise UsageError("pdf", "the library that sets pages is not installed",
                         "pip install 'factcheck[report]'") from error  # fmt: skip
    return typst


def _writable(block: Block, fonts: Fonts, chosen: dict[str, list[str]]) -> Block:
    """The block with a known language for every run, and only characters that can be shown."""
    runs = []
    for run in block.runs:
        language = run.language if run.language in KNOWN_LANGUAGES else "en"
        runs.append(replace(run, language=language, text=fonts.shown(run.text, chosen[language])))
    return replace(block, runs=tuple(runs))
