"""Which files of a release there are, where each is found, and how far it is."""

from collections.abc import Collection, Mapping

from kithmap.layers.model import Edition
from kithmap.layers.published import PublishedRelease
from kithmap.release_package.model import FilesDesk, Progress, ReleaseFile, ReleaseFileList, WholeState
from kithmap.release_package.offers import Offered, offered


def files_of(release: PublishedRelease, edition: Edition) -> list[Offered]:
    """Return the files of an edition, in the order in which they are offered."""
    return offered(release.header, edition, tuple(release.editions[edition].counts))


def file_list(release: PublishedRelease, edition: Edition, desk: FilesDesk) -> ReleaseFileList:
    """Return the files of an edition with how far they are, for pages and programs that show them.

    Args:
        release: the release.
        edition: for whom; that whoever asks may read it was settled before.
        desk: what makes them.
    """
    offered_here = files_of(release, edition)
    sorts = dict.fromkeys(each.sort for each in offered_here)
    far = {sort: desk.progress(release, edition, sort) for sort in sorts}
    sizes = {sort: desk.sizes(release, edition, sort) for sort in sorts}
    files = [
        _file(each, address_of(release, edition, each.name), far[each.sort], sizes[each.sort])
        for each in offered_here
    ]
    done = sum(each.fraction for each in files) / len(files)
    state = _whole({each.state for each in files})
    return ReleaseFileList(edition=edition, state=state, fraction=round(done, 3), files=files)


def address_of(release: PublishedRelease, edition: Edition, name: str) -> str:
    """Return where a file is found, as a path from the root of the site."""
    header = release.header
    asked = "" if edition is Edition.PUBLIC else f"?edition={edition.value}"
    return f"/layers/{header.slug}/versions/{header.version}/files/{name}{asked}"


def _whole(states: Collection[str]) -> WholeState:
    if all(state == "ready" for state in states):
        return "ready"
    if not {"waiting", "making"}.isdisjoint(states):
        return "making"
    return "failed" if "failed" in states else "none"


def _file(file: Offered, address: str, progress: Progress, sizes: Mapping[str, int]) -> ReleaseFile:
    return ReleaseFile(
        name=file.name,
        sort=file.sort.key,
        title=file.sort.title,
        words=file.sort.words,
        part=file.part,
        media_type=file.media_type,
        address=address,
        state=progress.state,
        fraction=progress.fraction,
        message=progress.message,
        size=sizes.get(file.name),
    )
