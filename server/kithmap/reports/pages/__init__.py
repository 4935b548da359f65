"""Reports: of a workshop, for those who may look at its area, and of a release, among its files."""

from kithmap.reports.pages.workshops import router

__all__ = ["router"]
