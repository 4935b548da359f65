"""The first file of a package that anybody opens."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kithmap.layers.model import Edition, LayerName, PrivacyReport
from kithmap.layers.published import PublishedRelease
from kithmap.layers.schema import SCHEMAS
from kithmap.release_package.citation import citation, version_address
from kithmap.release_package.plain_markdown import plain

README = "README.md"

FOR_WHOM = {
    Edition.PUBLIC: "This is the public edition: what those who mapped it gave to everybody.",
    Edition.PARTNERS: "This is the partners' edition, for those with a role in the area: what those who mapped it gave to the "
    "area's partners and to everybody. Please do not hand it on; the public edition is for that.",
}


@dataclass(frozen=True, slots=True)
class Told:
    """What the README tells of besides the release.

    Attributes:
        files: what each file or folder of the package is, by path.
        why_withheld: why something is left out, in words, by the keys of a privacy report.
    """

    files: Mapping[str, str]
    why_withheld: Mapping[str, str]


def readme(published: PublishedRelease, edition: Edition, told: Told) -> str:
    """Write the README of an edition.

    Args:
        published: the release.
        edition: for whom.
        told: what it tells of besides.
    """
    facts = published.editions[edition]
    parts = [
        *_what_it_is(published, edition),
        "## What is in it",
        _list(f"`{path}`: {words}" for path, words in told.files.items()),
        "## The layers",
        _layers(facts.counts),
        (
            "Positions are longitude and latitude on WGS 84 (CRS84). Where a layer also gives metres on the British National Grid "
            "(EPSG:27700), they are reckoned by OSTN15. What every column means stands in `data_dictionary.md`."
        ),
        "## How privacy was kept",
        *_privacy(facts.report, published.header.threshold, told.why_withheld),
        "## Where it comes from",
        *_sources(published),
        "## Using and citing it",
        *_using(published),
        "## Whether it is whole",
        (
            "`SHA256SUMS` holds the checksum of every file; `sha256sum --check SHA256SUMS` compares them. Those of the GeoJSON files "
            "are what the release was signed for, and stand on its page:"
        ),
        _list(f"`{name.value}`: `{checksum}`" for name, checksum in facts.checksums.items()),
    ]
    return "\n\n".join(parts) + "\n"


def _what_it_is(published: PublishedRelease, edition: Edition) -> Iterator[str]:
    header = published.header
    yield f"# {plain(header.title)}"
    yield (
        f"What people of {plain(header.area)} mapped together in “{plain(header.programme)}”, published on "
        f"{header.day.isoformat()} as version {header.version}: <{version_address(header)}>"
    )
    if header.note:
        yield f"What is new: {plain(header.note)}"
    yield FOR_WHOM[edition]
    yield (
        "A version never changes. A mistake is put right in the next one, and whoever withdraws what they added is left out of "
        f"it: please look for the newest version at <{header.address}> before you begin something new."
    )


def _layers(counts: Mapping[LayerName, int]) -> str:
    lines = ["| layer | rows | what stands in it |", "| --- | --- | --- |"]
    lines += [
        f"| {SCHEMAS[name].title} (`{name.value}`) | {count:,} | {SCHEMAS[name].words} |"
        for name, count in counts.items()
    ]
    return "\n".join(lines)


def _privacy(report: PrivacyReport, threshold: int, why: Mapping[str, str]) -> Iterator[str]:
    yield (
        "A place whose people asked for it is shown away from where it is: moved once, in a direction and by a distance that "
        "nobody outside knows, at least a fifth of its precision and no farther than that. It is the same shown position in "
        "every version and every format, so that asking often tells nothing more. Outlines and lines of such places become "
        "one point."
    )
    told = [
        *(f"Left out: {count:,} ({why.get(key, key)})" for key, count in report.withheld.items() if count),
        *(
            f"Moved, by up to {metres:,} m: {count:,} places"
            for metres, count in report.masked.items()
            if count
        ),
        f"Counts of fewer than {threshold} people, which are not told: {report.counts_hidden:,}",
        f"Notes and words left out, as their authors did not agree to be quoted: {report.words_left_out:,}",
    ]
    yield _list(told)


def _sources(published: PublishedRelease) -> Iterator[str]:
    header = published.header
    yield _list(
        f"“{plain(source.title)}”, {source.held_on.isoformat()} (workshop {source.workshop}, up to entry {source.number} of its log)"
        for source in header.sources
    )
    used = header.glossary
    yield (
        "Kinds are called as the workshops called them: the area had published no glossary."
        if used is None
        else f"Kinds are called as in the area's glossary, version {used.version}: <{used.address}>"
    )
    if published.signed_by:
        yield f"Before it was published, it was signed by: {', '.join(published.signed_by)}."


def _using(published: PublishedRelease) -> Iterator[str]:
    header = published.header
    yield f"Licence: {plain(header.licence.title)}, <{header.licence.address}>; see `LICENSE.txt`."
    yield f"Please print beside it: {plain(header.attribution)}"
    before, address, after = citation(header).partition(version_address(header))
    yield f"Please cite it as: {plain(before)} <{address}> {plain(after)}"


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
