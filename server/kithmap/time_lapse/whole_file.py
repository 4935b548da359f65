"""What a film's file carries within itself, so that it plays from a memory stick with no network.

The file says to the browser that nothing may be fetched and which scripts may run: those whose digests it names. So even words
that slipped through as markup could do nothing.
"""

import base64
import hashlib
import re
from dataclasses import dataclass

from markupsafe import Markup

_END = re.compile(r"</(script|style)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Inlined:
    """A script or style that stands within a page.

    Attributes:
        text: what stands between its tags.
        digest: as a content security policy names it.
    """

    text: Markup
    digest: str


def inlined(source: bytes) -> Inlined:
    """Return a script or style of ours as it may stand within its tags.

    Args:
        source: UTF-8. Where it says ``</script`` or ``</style`` (in a string or a comment; nowhere else do they mean anything),
            the stroke is escaped, which changes nothing for the program and does not end the element.
    """
    text = _END.sub(r"<\\/\1", source.decode())
    # Browsers read line ends as one sign before they look at the digest.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Inlined(Markup(text), f"'sha256-{digest}'")  # noqa: S704 - our own build, made safe above


def policy(scripts: list[Inlined], styles: list[Inlined]) -> str:
    """Return the content security policy of a file that asks nobody for anything."""
    allowed_scripts = " ".join(each.digest for each in scripts)
    allowed_styles = " ".join(each.digest for each in styles)
    return (
        f"default-src 'none'; script-src {allowed_scripts}; style-src {allowed_styles}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def image_address(svg: bytes) -> str:
    """Return an SVG document as an address that holds the document itself; as an image nothing in it can run."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg).decode()}"
