"""On what terms a release may be used, as a text beside the data."""

import textwrap

from kithmap.layers.model import Header
from kithmap.release_package.citation import citation, version_address

LICENCE = "LICENSE.txt"

IN_SHORT = {
    "CC-BY-4.0": "You may copy, change and share these data, for any purpose, if you say whose they are, name this licence "
    "and say what you changed.",
    "CC0-1.0": "You may do with these data whatever you like. Please still say where they are from.",
    "OGL-UK-3.0": "You may copy, change and share these data, for any purpose, if you say whose they are and link to this "
    "licence.",
    "ODC-By-1.0": "You may copy, change and share these data, for any purpose, if you say whose they are and keep this notice.",
}
"""What each licence comes to, for those who will not read it. The licence itself decides."""


def licence_text(header: Header) -> str:
    """Write the notice that goes with the data."""
    licence = header.licence
    parts = [
        header.title,
        version_address(header),
        f"Licence: {licence.title} (SPDX identifier {licence.id}). Its full text, which alone decides: {licence.address}",
        IN_SHORT.get(licence.id, ""),
        f"Please print this line beside whatever you make of them: {header.attribution}",
        f"In a list of sources: {citation(header)}",
        (
            "The words in the glossary folder are under the licence that its release.json names. The people who mapped these places "
            "agreed to their being published in this form. Please do not try to find out who they are, or where places are "
            "exactly that are shown less than exactly."
        ),
    ]
    return "\n\n".join(map(_filled, filter(None, parts))) + "\n"


def _filled(paragraph: str) -> str:
    return textwrap.fill(" ".join(paragraph.split()), 100, break_long_words=False, break_on_hyphens=False)
