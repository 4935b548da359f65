"""A guide's file read: Markdown with a head of YAML. Every fault is a sentence that names the file, the step and the field."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from kithmap.guides.front_matter import FrontMatter, WrittenStep, misfits, step_name
from kithmap.guides.model import FaultyGuideError, Guide, Step
from kithmap.guides.yaml_text import YamlError, read_yaml

LONGEST = 200_000
"""Letters in a file: some sixty printed pages."""

NAME = re.compile(r"^(?:\d+_)?([a-z][a-z0-9_]{0,59})\.md$")
HEAD = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)(.*)\Z", re.DOTALL | re.MULTILINE)

SENTENCES = {
    "missing": "this field is missing.",
    "extra_forbidden": "guides have no such field.",
    "string_type": "this should be text. Please put it in quotes.",
    "bool_type": "this should be true or false.",
    "int_type": "this should be a whole number.",
    "list_type": "this should be a list, each line with a dash before it.",
    "model_type": "this should hold fields, each as name: what it is.",
    "enum": "this should be one of {expected}.",
    "string_too_short": "please write something here.",
    "string_too_long": "this is longer than {max_length} letters. Please shorten it.",
    "too_long": "there are more than {max_length}.",
    "greater_than_equal": "this should be {ge} or more.",
    "less_than_equal": "this should be {le} or less.",
}
"""What to say of each of pydantic's findings that can occur here."""


def key_of(name: str) -> str | None:
    """Return a guide's key from its file's name, or None where the name is not one for a guide.

    ``02_mapping_places.md`` has the key ``mapping_places``: the number only sorts the folder.
    """
    found = NAME.match(name)
    return None if found is None else found[1]


def read_guide(name: str, text: str) -> Guide:
    """Read a guide.

    Args:
        name: the file's, without its folder.
        text: what it holds.

    Raises:
        FaultyGuideError: with a sentence for each fault.
    """
    key = key_of(name)
    if key is None:
        raise FaultyGuideError(
            (f"{name}: the file's name should be small letters, digits and _, such as 02_mapping_places.md.",)
        )
    if len(text) > LONGEST:
        raise FaultyGuideError(
            (f"{name}: it has more than {LONGEST} letters. Please make two guides of it.",)
        )
    written, body = _head_and_body(name, text)
    try:
        head = FrontMatter.model_validate(written)
    except ValidationError as error:
        raise FaultyGuideError(tuple(_faults(name, written, error))) from None
    faults = tuple(f"{name}: {words}" for words in misfits(head))
    if faults:
        raise FaultyGuideError(faults)
    return Guide(
        key=key,
        title=head.title,
        summary=head.summary,
        language=head.language,
        kind=head.kind,
        minutes=head.minutes,
        readers=head.for_,
        order=head.order,
        steps=tuple(_step(each) for each in head.steps),
        body=body.strip("\n"),
    )


def _head_and_body(name: str, text: str) -> tuple[dict[str, Any], str]:
    found = HEAD.match(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    if found is None:
        raise FaultyGuideError(
            (
                f"{name}: it should begin with a line of three dashes, then title, summary and so on, then three dashes again.",
            )
        )
    try:
        written = read_yaml(found[1])
    except YamlError as error:
        # The line of dashes above it counts, too.
        raise FaultyGuideError((f"{name}, line {error.line + 1}: {error.words}.",)) from None
    if not isinstance(written, dict):
        raise FaultyGuideError(
            (f"{name}: between the dashes there should be fields, such as title: Mapping places.",)
        )
    return written, found[2]


def _step(written: WrittenStep) -> Step:
    return Step(
        key=written.key,
        title=written.title,
        stage=written.stage,
        minutes=written.minutes,
        say=tuple(written.say),
        do=tuple(written.do),
        watch=tuple(written.watch),
        prompt=written.prompt,
        blind=written.rules.blind,
        moderated=written.rules.moderated,
        again=written.again,
    )


def _faults(name: str, written: Mapping[str, Any], error: ValidationError) -> Iterator[str]:
    for found in error.errors(include_url=False, include_input=False):
        place, field = _place(written, found["loc"])
        yield f"{name}{place}, {field}: {_words(found)}"


def _place(written: Mapping[str, Any], where: Sequence[int | str]) -> tuple[str, str]:
    """Return how a sentence names the step, or nothing, and the field."""
    if len(where) > 1 and where[0] == "steps" and isinstance(where[1], int):
        step = written["steps"][where[1]]
        key = step.get("key") if isinstance(step, dict) else None
        return f", {step_name(key, where[1] + 1)}", _field(where[2:]) or "the step"
    return "", _field(where)


def _field(parts: Sequence[int | str]) -> str:
    words = [f"line {part + 1}" if isinstance(part, int) else part for part in parts]
    return ", ".join(words)


def _words(found: Any) -> str:
    limits = found.get("ctx", {})
    words = SENTENCES.get(found["type"], "this is not written as it should be.")
    return words.format(**{name: str(limit).replace("'", "") for name, limit in limits.items()})
