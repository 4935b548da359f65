"""How concepts and indicators are written in files that people edit: short, one language at a time, everything checked."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from kithmap.basics.errors import BadInputError
from kithmap.glossary.model import Concept, Indicator, Organisation, Scheme, Status

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=5000)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,79}$")]
Keys = Annotated[list[Key], Field(max_length=50)]

Entry = TypeVar("Entry", bound="Form")


class Form(BaseModel):
    """What stands in a file: nothing unknown."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class WrittenConcept(Form):
    """A concept in a file of one language."""

    id: Key
    label: Line
    alt: Annotated[list[Line], Field(max_length=50)] = []
    definition: Annotated[Text, StringConstraints(min_length=1)]
    scope: Text = ""
    example: Text = ""
    broader: Keys = []
    related: Keys = []
    consult: Annotated[list[Line], Field(max_length=20)] = []
    meaning: int = Field(default=1, ge=1)
    status: Literal["current", "withdrawn"] = "current"
    replaced_by: Keys = []


class Question(Form):
    """A question of an indicator, as it is read out."""

    key: Key
    text: Annotated[Text, StringConstraints(min_length=1)]


class WrittenIndicator(Form):
    """An indicator in a file of one language."""

    id: Key
    label: Line
    about: Key
    rights: Literal["shipped", "ours", "slot"]
    source: Line
    licence: Line
    attribution: Text = ""
    questions: Annotated[list[Question], Field(max_length=20)]
    answers: dict[str, Any]
    mode: Text = ""
    direction: Literal["up", "down", "none"]
    compute: dict[str, Any]
    also: dict[str, Any] = {}
    limits: Text = ""
    benchmark: Text = ""
    comparability: Text = ""
    instrument: int = Field(default=1, ge=1)


Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=300)]


class WrittenOrganisation(Form):
    """Who made or publishes a glossary."""

    address: Address
    name: Line


class WrittenScheme(Form):
    """Whose glossary it is, in a file of one language."""

    base: Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+/$", max_length=300)]
    title: Line
    description: Annotated[Text, StringConstraints(min_length=1)]
    creator: WrittenOrganisation
    publisher: WrittenOrganisation
    licence: Address
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    created: date


def read_scheme(text: str, file: str) -> Scheme:
    """Read whose glossary it is.

    Args:
        text: YAML, one entry.
        file: its name, for faults.

    Raises:
        BadInputError: naming the file and what is wrong with it.
    """
    (written,) = _checked([_parsed(text, file)], file, WrittenScheme)
    return Scheme(
        base=written.base,
        title=_in(written.language, written.title),
        description=_in(written.language, written.description),
        creator=Organisation(written.creator.address, written.creator.name),
        publisher=Organisation(written.publisher.address, written.publisher.name),
        licence=written.licence,
        language=written.language,
        created=written.created,
    )


def read_concepts(text: str, file: str, language: str) -> list[Concept]:
    """Read a file of concepts.

    Args:
        text: YAML, a list.
        file: its name, for faults.
        language: of its words.

    Raises:
        BadInputError: naming the file, the entry and what is wrong with it.
    """
    return [_concept(each, language) for each in _entries(text, file, WrittenConcept)]


def read_indicators(text: str, file: str, language: str) -> list[Indicator]:
    """Read a file of indicators.

    Args:
        text: YAML, a list.
        file: its name, for faults.
        language: of its words.

    Raises:
        BadInputError: naming the file, the entry and what is wrong with it.
    """
    return [_indicator(each, language) for each in _entries(text, file, WrittenIndicator)]


def _entries(text: str, file: str, form: type[Entry]) -> Iterable[Entry]:
    entries = _parsed(text, file)
    if not isinstance(entries, list):
        raise BadInputError(f"{file} has to be a list of entries, each beginning with “- id:”.")
    return _checked(entries, file, form)


def _parsed(text: str, file: str) -> Any:
    try:
        return yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise BadInputError(f"{file} cannot be read: {' '.join(str(error).split())[:300]}") from None


def _checked(entries: Iterable[Any], file: str, form: type[Entry]) -> Iterator[Entry]:
    for number, entry in enumerate(entries, start=1):
        try:
            yield form.model_validate(entry)
        except ValidationError as error:
            raise BadInputError(_sentence(file, number, entry, error)) from None


def _sentence(file: str, number: int, entry: Any, error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    name = entry.get("id") if isinstance(entry, dict) else None
    field = ".".join(str(part) for part in first["loc"]) or "entry"
    which = f"“{name}”" if isinstance(name, str) else f"entry {number}"
    return f"{file}, {which}, {field}: {first['msg']}."


def _in(language: str, words: str) -> dict[str, str]:
    return {language: words} if words else {}


def _concept(written: WrittenConcept, language: str) -> Concept:
    return Concept(
        id=written.id,
        label=_in(language, written.label),
        definition=_in(language, written.definition),
        alt={language: tuple(written.alt)} if written.alt else {},
        scope=_in(language, written.scope),
        example=_in(language, written.example),
        broader=tuple(written.broader),
        related=tuple(written.related),
        consult=tuple(written.consult),
        meaning=written.meaning,
        status=Status(written.status),
        replaced_by=tuple(written.replaced_by),
    )


def _indicator(written: WrittenIndicator, language: str) -> Indicator:
    asked = " ".join(question.text for question in written.questions)
    return Indicator(
        concept=Concept(
            id=written.id,
            label=_in(language, written.label),
            definition=_in(language, asked or f"As asked by its source: {written.source}."),
            related=(written.about,),
        ),
        about=written.about,
        rights=written.rights,
        source=written.source,
        licence=written.licence,
        attribution=written.attribution,
        questions=tuple((question.key, question.text) for question in written.questions),
        answers=written.answers,
        mode=written.mode,
        direction=written.direction,
        compute=written.compute,
        also=written.also,
        limits=written.limits,
        benchmark=written.benchmark,
        instrument=written.instrument,
        comparability=written.comparability,
    )
