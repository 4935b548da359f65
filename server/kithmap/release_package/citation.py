"""How a layer release is cited: as a sentence, for BibTeX, and as the file that citation programs read."""

import json
import re

from kithmap.layers.model import Header

CITATION = "CITATION.cff"

CFF_VERSION = "1.2.0"
"""Of the Citation File Format (Druskat et al. 2021, https://doi.org/10.5281/zenodo.5171937)."""

NOT_IN_YAML = re.compile("[\\x7f-\\x9f\\u2028\\u2029\\ud800-\\udfff\\ufeff\\ufffe\\uffff]")
"""YAML 1.2, sections 5.1 and 5.4, and what version 1.1 breaks lines at."""

NEVER_OUTSIDE_A_KEY = re.compile(r"[^a-z0-9]+")


def version_address(header: Header) -> str:
    """Return the address under which this very version is found."""
    return f"{header.address}/versions/{header.version}"


def citation(header: Header) -> str:
    """Return the sentence that stands in a list of sources."""
    return (
        f"{_authors(header)} ({header.day.year}): {header.title}. "
        f"{header.programme}. {version_address(header)} (licence: {header.licence.id})."
    )


def bibtex(header: Header) -> str:
    """Return the entry for BibTeX."""
    key = NEVER_OUTSIDE_A_KEY.sub("-", f"{header.slug}-{header.version}".lower())
    fields = {
        # Braces around each: these are names of organisations, which are not to be turned round.
        "author": " and ".join(f"{{{_tex(each)}}}" for each in header.creators or (header.programme,)),
        "title": f"{{{_tex(header.title)}}}",
        "publisher": _tex(header.programme),
        "year": str(header.day.year),
        "month": str(header.day.month),
        "version": str(header.version),
        "url": _tex(version_address(header)),
        "note": _tex(f"Data set. Licence: {header.licence.id}."),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{key},\n{lines}}}\n"


def citation_file(header: Header) -> str:
    """Return the release as a Citation File Format file: YAML, in which every value is written as JSON writes it."""
    # No list of the format may name anything twice.
    entities = [{"name": each} for each in dict.fromkeys(header.creators or (header.programme,))]
    keywords = ["community mapping", "asset-based community development", header.area, header.wave]
    told = {
        "cff-version": CFF_VERSION,
        "type": "dataset",
        "message": "If you use these data, please cite them as below.",
        "title": header.title,
        "version": str(header.version),
        "date-released": header.day.isoformat(),
        "license": header.licence.id,
        "license-url": header.licence.address,
        "url": version_address(header),
        "identifiers": [
            {
                "type": "url",
                "value": version_address(header),
                "description": "This version, which never changes.",
            }
        ],
        "authors": entities,
        "keywords": list(dict.fromkeys(keywords)),
        "abstract": header.note or f"Layers of the community map of {header.area}.",
    }
    return "".join(f"{name}: {_yaml(value)}\n" for name, value in told.items())


def _yaml(value: object) -> str:
    """Return a value as JSON, which is YAML as well but for signs that YAML refuses or takes for the end of a line."""
    text = json.dumps(value, ensure_ascii=False)
    return NOT_IN_YAML.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def _authors(header: Header) -> str:
    """Return who made it: ``A``, ``A and B``, ``A, B and C``."""
    *others, last = header.creators or (header.programme,)
    return f"{', '.join(others)} and {last}" if others else last


TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "%": r"\%",
    "&": r"\&",
    "#": r"\#",
    "$": r"\$",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
"""Signs that mean something to TeX."""


def _tex(text: str) -> str:
    return "".join(TEX.get(sign, sign) for sign in " ".join(text.split()))
