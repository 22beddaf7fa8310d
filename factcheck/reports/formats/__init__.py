"""The report formats, in one literal table."""

from factcheck.errors import UsageError
from factcheck.reports.contents import Contents
from factcheck.reports.formats.exact import render_json
from factcheck.reports.formats.interface import Format
from factcheck.reports.formats.markdown import render_markdown
from factcheck.reports.formats.page import render_html
from factcheck.reports.formats.sarif import render_sarif

FORMATS: dict[str, Format] = {
    "html": Format(suffix=".html", media_type="text/html", render=render_html),
    "json": Format(suffix=".json", media_type="application/json", render=render_json),
    "markdown": Format(suffix=".md", media_type="text/markdown", render=render_markdown),
    "sarif": Format(suffix=".sarif", media_type="application/sarif+json", render=render_sarif),
}


def render(contents: Contents, format: str) -> str:
    """The report in the format of that name. Raises UsageError for a name not in FORMATS."""
    chosen = FORMATS.get(format)
    if chosen is None:
        raise UsageError(format, "no such report format", f"known formats: {', '.join(FORMATS)}")
    return chosen.render(contents)


__all__ = ["FORMATS", "Format", "render"]
