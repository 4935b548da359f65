"""Statements as JSON-LD 1.1 (W3C), with its context written out: whoever reads it needs no other address."""

from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from kithmap.glossary.skos.statements import Described, Value


def as_json_ld(said: Iterable[Described], prefixes: Mapping[str, str]) -> bytes:
    """Write statements as JSON-LD.

    Args:
        said: subjects with their facts.
        prefixes: the short names that they use, with what these stand for.

    Returns:
        UTF-8.
    """
    # A subject at a time: all of them at once as dictionaries take twice the time.
    subjects = b",\n".join(orjson.dumps(_subject(each), option=orjson.OPT_INDENT_2) for each in said)
    return b'{"@context": %b,\n"@graph": [\n%b\n]}\n' % (orjson.dumps(dict(prefixes)), subjects)


def _subject(each: Described) -> dict[str, Any]:
    facts = {name: [_term(value) for value in values] for name, values in each.facts.items() if values}
    return {"@id": each.address, "@type": each.type, **facts}


def _term(value: Value) -> dict[str, str]:
    if value.is_address:
        return {"@id": value.text}
    if value.language:
        return {"@language": value.language, "@value": value.text}
    if value.datatype:
        return {"@type": value.datatype, "@value": value.text}
    return {"@value": value.text}
