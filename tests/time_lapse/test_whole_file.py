"""What a film's file carries: its own scripts and no other may run, and nothing may be fetched."""

import base64
import hashlib
import re

from hypothesis import given
from hypothesis import strategies as st

from kithmap.time_lapse.whole_file import image_address, inlined, policy

sources = st.text(st.sampled_from("</scriptSTYLEx> '\"\\!-\n\r"), max_size=80)


@given(sources)
def test_nothing_within_a_script_ends_it(source: str) -> None:
    assert re.search(r"</(script|style)", str(inlined(source.encode()).text), re.IGNORECASE) is None


@given(sources)
def test_the_digest_is_of_what_the_browser_reads(source: str) -> None:
    found = inlined(source.encode())
    read = re.sub("\r\n?", "\n", str(found.text))
    digest = base64.b64encode(hashlib.sha256(read.encode()).digest()).decode()
    assert found.digest == f"'sha256-{digest}'"


def test_a_string_that_would_end_the_script_means_the_same_afterwards() -> None:
    assert inlined(b'const end = "</script>";').text == 'const end = "<\\/script>";'


def test_the_policy_lets_nothing_be_fetched() -> None:
    script, style = inlined(b"run()"), inlined(b"p {}")
    rules = dict(rule.split(" ", 1) for rule in policy([script], [style]).split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == script.digest
    assert rules["style-src"] == style.digest
    assert not any(":" in rule and rule != "data:" for rules in rules.values() for rule in rules.split())


def test_an_image_is_within_its_address() -> None:
    head, _, body = image_address(b"<svg/>").partition(",")
    assert head == "data:image/svg+xml;base64"
    assert base64.b64decode(body) == b"<svg/>"
