from xml.etree import ElementTree as ET

from kithmap.web.qr import qr_svg


def test_a_qr_code_is_one_drawing_without_script_or_style() -> None:
    drawn = str(qr_svg("http://192.168.1.20:8000/j/abcdefghijklmnopqrstuvwx"))
    root = ET.fromstring(drawn)
    assert root.tag.endswith("svg")
    assert {part.tag.rpartition("}")[2] for part in root.iter()} == {"svg", "path"}
    assert "style" not in drawn


def test_other_words_are_another_code() -> None:
    assert qr_svg("a") != qr_svg("b")


def test_words_do_not_stand_in_the_drawing() -> None:
    assert "script" not in qr_svg("<script>alert(1)</script>")
