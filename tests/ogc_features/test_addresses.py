from urllib.parse import parse_qsl, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from kithmap.ogc_features.addresses import Addresses, in_both_forms, next_page, with_parameters

AT = Addresses("https://kithmap.example/ogc")


def test_each_resource_has_its_address() -> None:
    assert AT.item("a.assets", "x/y?z") == "https://kithmap.example/ogc/collections/a.assets/items/x%2Fy%3Fz"
    assert AT.queryables("a.assets") == f"{AT.collections}/a.assets/queryables"
    assert (AT.api, AT.conformance) == (f"{AT.root}/api", f"{AT.root}/conformance")


@given(st.dictionaries(st.sampled_from(["bbox", "crs", "note"]), st.text(st.characters(codec="utf-8"))))
def test_parameters_come_back_as_they_were_given(given_: dict[str, str]) -> None:
    address = with_parameters("https://kithmap.example/x", given_.items(), f="json")
    back = dict(parse_qsl(urlsplit(address).query, keep_blank_values=True))
    assert back == {**given_, "f": "json"}


def test_the_next_page_is_asked_the_same_and_passes_nothing_over_again() -> None:
    asked = [("bbox", "1,2,3,4"), ("offset", "5"), ("after", "3"), ("limit", "2")]
    assert next_page(f"{AT.root}/x", asked, "9")["href"] == f"{AT.root}/x?bbox=1%2C2%2C3%2C4&after=9&limit=2"


def test_each_form_leads_to_the_other() -> None:
    own, other = in_both_forms(AT.root, [], html=True)
    assert (own["rel"], own["type"], own["href"]) == ("self", "text/html", f"{AT.root}?f=html")
    assert (other["rel"], other["type"]) == ("alternate", "application/json")
