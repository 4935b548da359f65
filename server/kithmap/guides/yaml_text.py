"""YAML as guides use it: mappings, lists, text, whole numbers, true and false.

The rest of YAML surprises people (``no`` is false, ``12:30`` is 750) or machines (a few lines of references can grow without
end), so it is taken as plain text or refused.
"""

import re
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.tokens import (
    AliasToken,
    AnchorToken,
    BlockEndToken,
    BlockMappingStartToken,
    BlockSequenceStartToken,
    FlowMappingEndToken,
    FlowMappingStartToken,
    FlowSequenceEndToken,
    FlowSequenceStartToken,
    TagToken,
)

DEEPEST = 12
"""Levels of lists and mappings within each other; a guide has four."""

TOO_DEEP = "lists and mappings stand too deep within each other"

BEGINNINGS = (BlockMappingStartToken, BlockSequenceStartToken, FlowMappingStartToken, FlowSequenceStartToken)
ENDS = (BlockEndToken, FlowMappingEndToken, FlowSequenceEndToken)

BOOL = "tag:yaml.org,2002:bool"
INT = "tag:yaml.org,2002:int"
NULL = "tag:yaml.org,2002:null"


class YamlError(ValueError):
    """A text that is no YAML of this kind.

    Args:
        words: what is wrong, as the end of a sentence.
        line: where, counted from 1.
    """

    def __init__(self, words: str, line: int) -> None:
        """Keep both apart: the caller knows the file."""
        super().__init__(words)
        self.words = words
        self.line = line


class _Loader(yaml.SafeLoader):
    """Takes fewer plain words for something else than text."""


# A table of its own: without one, what is added below would be added to the library's.
_Loader.yaml_implicit_resolvers = {}
_Loader.add_implicit_resolver(BOOL, re.compile(r"^(?:true|false)$"), list("tf"))
_Loader.add_implicit_resolver(INT, re.compile(r"^-?(?:0|[1-9][0-9]{0,8})$"), list("-0123456789"))
_Loader.add_implicit_resolver(NULL, re.compile(r"^(?:~|null|)$"), ["~", "n", ""])


def read_yaml(text: str) -> Any:
    """Read a text.

    Returns:
        Dictionaries with text as keys, lists, text, whole numbers, booleans and None.

    Raises:
        YamlError: if it is not YAML, uses what is left out here, or gives a key twice.
    """
    try:
        _refuse_references(text)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        words = (error.problem or error.context or "this cannot be read").removeprefix("found ")
        raise YamlError(words, 1 if mark is None else mark.line + 1) from None
    except yaml.YAMLError:
        raise YamlError("there is a sign in it that no text has", 1) from None
    return None if root is None else _value(root)


def _refuse_references(text: str) -> None:
    """Refuse what could grow or nest without end, before anything is built of it: the library takes its time for brackets."""
    depth = 0
    for token in yaml.scan(text, Loader=_Loader):
        depth += isinstance(token, BEGINNINGS) - isinstance(token, ENDS)
        if depth > DEEPEST:
            raise YamlError(TOO_DEEP, token.start_mark.line + 1)
        if isinstance(token, AnchorToken | AliasToken | TagToken):
            words = "a text that begins with & or * or ! must stand in quotes"
            raise YamlError(words, token.start_mark.line + 1)


def _value(part: Node) -> Any:
    match part:
        case MappingNode():
            return _mapping(part)
        case SequenceNode():
            return [_value(each) for each in part.value]
        case _:
            assert isinstance(part, ScalarNode)
            return _scalar(part)


def _mapping(part: MappingNode) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in part.value:
        if not isinstance(key, ScalarNode):
            raise YamlError("a name must be plain text", _line(key))
        if key.value in found:
            raise YamlError(f"“{key.value}” stands there twice", _line(key))
        found[key.value] = _value(value)
    return found


def _scalar(part: ScalarNode) -> str | int | bool | None:
    match part.tag:
        case tag if tag == BOOL:
            return str(part.value) == "true"
        case tag if tag == INT:
            return int(part.value)
        case tag if tag == NULL:
            return None
        case _:
            return str(part.value)


def _line(part: Node) -> int:
    return int(part.start_mark.line) + 1
