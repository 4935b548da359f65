"""QR codes as SVG, to be scanned from across a hall."""

import io

import segno
from markupsafe import Markup

QUIET = 2
"""Modules of white around the code. The standard wants four; on a white card with room around two are read as well."""


def qr_svg(text: str) -> Markup:
    """Return a QR code of ``text`` as an SVG element that takes the size of its place.

    Error correction M: a code of an address of 60 letters keeps 33 modules a side, so that each is large on a projector.
    """
    drawn = io.BytesIO()
    segno.make(text, error="m", boost_error=False).save(
        drawn,
        kind="svg",
        xmldecl=False,
        svgns=True,
        omitsize=True,
        border=QUIET,
        svgclass="qr",
        lineclass=None,
        dark="#000",
    )
    return Markup(drawn.getvalue().decode())  # noqa: S704 - drawn by the library from black and white squares alone
