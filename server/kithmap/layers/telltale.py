"""Words that may tell who somebody is, where they live or how to reach them.

Rules of thumb, for a person to look at: each is meant to miss little, and to leave alone what halls and clubs say of themselves (hours,
bus numbers, names of buildings). Telephone numbers are those of Britain and international ones; homes are told in the languages that
the pages speak.
"""

import re
from collections.abc import Iterator
from enum import StrEnum


class Telltale(StrEnum):
    """What words look like."""

    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    HOME = "home"


_GAP = r"[ \u00a0()\-]{0,3}"
_PHONE = re.compile(
    rf"(?<![\d.,/])(?<!\d-)(?:(?:\+|00){_GAP}[1-9](?:{_GAP}\d){{8,13}}|0{_GAP}[1-35789](?:{_GAP}\d){{8,9}})(?![\d/]|[.,:]\d)"
)
_DATE = re.compile(r"\d{1,2}-\d{1,2}-\d{2,4}|\d{4}-\d{2}-\d{2}")
_EMAIL = re.compile(
    r"[\w.+'-]{1,64}(?:@|\s?[\[(]at[\])]\s?)[\w-]{1,63}(?:(?:\.|\s?[\[(]dot[\])]\s?)[\w-]{2,63})+",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?:flat|apartment|apt|no\.?|number|house)?\s?\d{1,4}[a-z]?\b", re.IGNORECASE)
_STREET = re.compile(
    r"\b\d{1,4}[A-Za-z]?,? (?:[A-Z][\w'\u2019.-]* ){1,3}"
    r"(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Close|Drive|Dr|Way|Crescent|Cres|Court|Ct|Terrace|Gardens|Gdns|Grove|Place|Row|Walk|Hill"
    r"|Mews|Rise|View|Park Road|Heol|Stryd|Ffordd)\b"
)
_DWELLING = r"(?:house|home|flat|bungalow|maisonette|caravan|back garden|front garden|front door|front room|living room|kitchen|doorstep)"
_NO_PERSON = r"(?<!children)(?<!people)(?<!women)(?<!men)(?<!elderly)(?<!lord)(?<!king)(?<!queen)(?<!bishop)(?<!lady)(?<!parents)"
_HOMES = (
    re.compile(rf"\b(?:my|our|his|her|their)\s+(?:own\s+|mum's\s+|nan's\s+)?{_DWELLING}\b", re.IGNORECASE),
    re.compile(rf"(?<!St )(?<!St\. )(?<!Saint )\b[\w-]+{_NO_PERSON}['\u2019]s\s+{_DWELLING}\b", re.IGNORECASE),
    re.compile(r"\b(?:where\s+(?:\w+\s+){1,3}lives?|lives?\s+(?:at|here|there|next door|opposite|upstairs|alone|on (?:her|his) own))\b", re.IGNORECASE),
    re.compile(r"\bhome of\s+(?:mr|mrs|ms|miss|dr)\b", re.IGNORECASE),
    re.compile(r"\b(?:fy|ein|ei)\s+(?:nhŷ|nhy|tŷ|dŷ|nghartref|chartref|cartref|fflat)(?!\w)", re.IGNORECASE),
    re.compile(r"\b(?:mój|moim|nasz|naszym|moje|moja|moim|jej|jego)\s+(?:dom|domu|mieszkanie|mieszkaniu|ogród|ogrodzie)\b", re.IGNORECASE),
    re.compile(r"(?:میرا|میرے|ہمارا|ہمارے|اس کا|اس کے|ان کا|ان کے)\s+(?:گھر|مکان)"),
)  # fmt: skip


def telltales(text: str) -> Iterator[tuple[Telltale, str]]:
    """Yield what words look like, each sort once, with the words that do."""
    for sort, found in (
        (Telltale.PHONE, _phone(text)),
        (Telltale.EMAIL, _first(_EMAIL, text)),
        (Telltale.ADDRESS, _address(text)),
        (Telltale.HOME, next((found for each in _HOMES if (found := _first(each, text))), "")),
    ):
        if found:
            yield sort, found


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return "" if found is None else found.group().strip()


def _phone(text: str) -> str:
    found = (match.group().strip() for match in _PHONE.finditer(text))
    return next((each for each in found if not _DATE.search(each)), "")


def _address(text: str) -> str:
    street = _first(_STREET, text)
    postcode = _first(_POSTCODE, text)
    if street or not postcode:
        return street
    # A postcode stands for some fifteen houses; a number beside it for one.
    return postcode if _NUMBER.search(text.replace(postcode, " ")) else ""
