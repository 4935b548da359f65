from kithmap.layers.model import Edition, LayerName
from kithmap.release_package.contents import Beside, described, texts
from tests.glossary.support import concept, release, starting_indicators
from tests.release_package.evening import recorded
from tests.release_package.test_readme import of

GLOSSARY = release(concept("hub"), indicators=tuple(starting_indicators()[:2]))
BESIDE = Beside(GLOSSARY, (recorded(),), {"room": "for the room alone"})


def test_a_package_holds_what_somebody_needs_who_finds_it_in_ten_years() -> None:
    files = texts(of(), Edition.PUBLIC, BESIDE)
    assert {
        "README.md",
        "LICENSE.txt",
        "CITATION.cff",
        "citation.bib",
        "data_dictionary.csv",
        "data_dictionary.md",
        "codebook.md",
        "glossary/release.json",
        "glossary/glossary.ttl",
        "glossary/questionnaire.csv",
        "workshops/record.md",
        "workshops/workshops.csv",
        "workshops/decisions.csv",
    } <= set(files)


def test_the_readme_names_files_that_are_there() -> None:
    files = texts(of(), Edition.PUBLIC, BESIDE)
    page = files["README.md"].decode()
    for line in page.split("## What is in it")[1].split("## ")[0].strip().splitlines():
        path = line.split("`")[1]
        made_later = {"layers/", "datapackage.json", "SHA256SUMS"}
        assert path in {*files, *made_later} or any(each.startswith(path) for each in files)


def test_without_a_glossary_there_is_no_codebook() -> None:
    files = texts(of(), Edition.PUBLIC, Beside(None, (), {}))
    assert not [path for path in files if "glossary" in path or path == "codebook.md"]


def test_every_table_is_described_and_references_go_to_tables_that_are_there() -> None:
    found = described(
        [("a.geojson", "application/geo+json", None), ("a.csv", "text/csv", LayerName.ASSETS)], BESIDE
    )
    assert found["layers/a.geojson"].schema is None
    tables = {path.removesuffix(".csv").replace("/", "-") for path, each in found.items() if each.schema}
    assert "layers-a" in tables
    references = [
        reference["reference"]["resource"]
        for each in found.values()
        for reference in (each.schema or {}).get("foreignKeys", [])
    ]
    assert set(references) == {"workshops-workshops", "glossary-indicators"}
    assert set(references) <= tables


def test_the_same_release_gives_the_same_bytes() -> None:
    assert texts(of(), Edition.PUBLIC, BESIDE) == texts(of(), Edition.PUBLIC, BESIDE)
