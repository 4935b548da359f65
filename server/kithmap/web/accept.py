"""In which form an answer is given: what a browser or a program accepts (RFC 9110, 12.5.1), among what there is."""

import re
from collections.abc import Sequence

MOST_LETTERS = 2_000
"""Of the header that are read."""

_RANGE = re.compile(r"\s*([\w!#$&^.+*-]+)/([\w!#$&^.+*-]+)((?:\s*;[^,]*)?)\s*", re.ASCII)
_Q = re.compile(r";\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*(?:;|$)", re.ASCII | re.IGNORECASE)


def best_form(accept: str | None, offered: Sequence[str]) -> str | None:
    """Return the media type that whoever asks likes best.

    Args:
        accept: the header ``Accept``; none accepts everything.
        offered: media types, such as ``text/turtle``; of those that are liked as well, the first is meant.

    Returns:
        One of those offered, or None if none of them is accepted.
    """
    ranges = _ranges(accept or "*/*") or {"*/*": 1.0}
    best, liking = None, 0.0
    for each in offered:
        kind = each.partition("/")[0]
        # The narrowest range that fits decides, be it a refusal (q=0).
        q = next((ranges[one] for one in (each, f"{kind}/*", "*/*") if one in ranges), 0.0)
        if q > liking:
            best, liking = each, q
    return best


def _ranges(accept: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for part in accept[:MOST_LETTERS].split(","):
        match = _RANGE.fullmatch(part)
        if match is None:
            continue
        q = _Q.search(match[3])
        found.setdefault(f"{match[1]}/{match[2]}".lower(), float(q[1]) if q else 1.0)
    return found
