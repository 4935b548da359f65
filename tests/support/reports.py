"""Reports without their built script: a small one stands in where only the page is looked at."""

import html
import re
from pathlib import Path

import pytest

from kithmap.reports.pages import making


def built_reports(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a built folder with a small script and style, which reports take from now on."""
    built = folder / "built"
    (built / "apart").mkdir(parents=True)
    (built / "apart" / "report.js").write_text('const end = "</script>";', encoding="utf-8")
    (built / "apart" / "report.css").write_text("p {}", encoding="utf-8")
    monkeypatch.setattr(making, "built_folder", lambda: built)
    return built


def policy_in(report: str) -> str:
    """Return the content security policy that a report's file names."""
    return html.unescape(re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', report)[0])
