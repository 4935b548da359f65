import time

import pytest

from kithmap.basics.errors import BadInputError, TooLargeError
from kithmap.bringing_in.xml_walk import DEEPEST, MOST_ELEMENTS, XmlWalk

BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<gpx>&c;</gpx>"""
OTHER_FILE = b'<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]><gpx>&secret;</gpx>'
OTHER_ADDRESS = b'<!DOCTYPE gpx SYSTEM "https://evil.example/x.dtd"><gpx/>'


class Heard(XmlWalk):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def begins(self, attributes: dict[str, str]) -> None:
        self.heard.append(f"{'/'.join(self.path)} {attributes}")

    def ends(self, text: str) -> None:
        self.heard.append(f"{self.path[-1]}={text}")


def test_each_element_is_told_with_its_own_text_and_without_a_prefix() -> None:
    walk = Heard()
    walk.walk(b'<k:a xmlns:k="u"><k:b n="1">one<i/>two</k:b></k:a>')
    assert walk.heard == ["a {'xmlns:k': 'u'}", "a/b {'n': '1'}", "a/b/i {}", "i=", "b=onetwo", "a="]


@pytest.mark.parametrize("content", [BOMB, OTHER_FILE, OTHER_ADDRESS], ids=["bomb", "file", "address"])
def test_entities_are_refused_and_nothing_is_fetched(content: bytes) -> None:
    began = time.process_time()
    with pytest.raises(BadInputError, match="DOCTYPE"):
        Heard().walk(content)
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<a>",
        b"<a></b>",
        b"<a>&nope;</a>",
        b'<?xml version="1.0" encoding="no-such"?><a/>',
        b"\xff\xfe\x00",
    ],
)
def test_what_is_no_xml_is_refused_with_its_line(content: bytes) -> None:
    with pytest.raises(BadInputError):
        Heard().walk(content)


def test_other_single_byte_letters_are_read_as_the_file_says() -> None:
    walk = Heard()
    walk.walk('<?xml version="1.0" encoding="iso-8859-2"?><a>Łódź</a>'.encode("iso-8859-2"))
    assert walk.heard[-1] == "a=Łódź"


def test_what_is_too_deep_or_too_much_is_refused() -> None:
    with pytest.raises(TooLargeError, match="within each other"):
        Heard().walk(b"<a>" * (DEEPEST + 1))
    with pytest.raises(TooLargeError, match="too much"):
        Heard().walk(b"<a>" + b"<b/>" * MOST_ELEMENTS + b"</a>")
