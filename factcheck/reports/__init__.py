"""Reports: one revision of the ledger as contents, and contents in a format. Same in, same out."""

from factcheck.reports.builder import build
from factcheck.reports.contents import Contents
from factcheck.reports.formats import FORMATS, render

__all__ = ["FORMATS", "Contents", "build", "render"]
