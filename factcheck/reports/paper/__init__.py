"""The report on paper: as PDF, through the optional extra `report`."""

from factcheck.reports.paper.pdf import render_pdf

__all__ = ["render_pdf"]
