"""Going through XML of others once, building nothing: bounded in depth and number, and without whatever a file could ask for."""

from abc import ABC, abstractmethod
from xml.parsers import expat

from kithmap.basics.errors import BadInputError, TooLargeError

DEEPEST = 60
MOST_ELEMENTS = 500_000


class XmlWalk(ABC):
    """Goes through a document; a subclass hears of each element when it begins and when it ends."""

    def __init__(self) -> None:
        """Begin before the document."""
        self.line = 0
        self.path: list[str] = []
        self._texts: list[list[str]] = []
        self._elements = 0

    @abstractmethod
    def begins(self, attributes: dict[str, str]) -> None:
        """An element begins; its own name is the last of ``self.path``."""

    @abstractmethod
    def ends(self, text: str) -> None:
        """An element ends; its own name is the last of ``self.path``, and this its own text."""

    def walk(self, content: bytes) -> None:
        """Go through a document.

        Raises:
            TooLargeError: if there is too much in it, or too deep.
            BadInputError: if it is no XML, naming the line; or defines entities, which could make it endless or read other files.
        """
        self._reader = reader = expat.ParserCreate()
        reader.buffer_text = True
        reader.StartDoctypeDeclHandler = self._doctype
        reader.StartElementHandler = self._start
        reader.EndElementHandler = self._end
        reader.CharacterDataHandler = self._text
        try:
            reader.Parse(content, True)  # noqa: FBT003 - expat's own "is final"
        except expat.ExpatError as error:
            line, what = error.lineno, expat.ErrorString(error.code)
            raise BadInputError(f"Line {line} cannot be read as XML: {what}.") from None
        except (LookupError, ValueError):
            raise BadInputError("The letters of this file cannot be read. Please save it as UTF-8.") from None

    def _doctype(self, *_: object) -> None:
        line = self._reader.CurrentLineNumber
        raise BadInputError(
            f"Line {line}: this file defines entities of its own, which could make it endless. "
            "Please save it without a DOCTYPE."
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.line = line = self._reader.CurrentLineNumber
        self._elements += 1
        if len(self.path) >= DEEPEST:
            raise TooLargeError(f"Line {line}: more than {DEEPEST} elements stand within each other.")
        if self._elements > MOST_ELEMENTS:
            raise TooLargeError(f"Line {line}: there is too much in this file. Please bring in a part of it.")
        self.path.append(name.rpartition(":")[2])
        self._texts.append([])
        self.begins(attributes)

    def _end(self, _name: str) -> None:
        self.ends("".join(self._texts.pop()))
        self.path.pop()

    def _text(self, text: str) -> None:
        if self._texts:
            self._texts[-1].append(text)
