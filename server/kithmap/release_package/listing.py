"""Which files of a release there are, where each is found, and how far it is."""

from collections.abc import Collection

from kithmap.layers.model import Edition
from kithmap.layers.published import PublishedRelease
from kithmap.release_package.model import FilesDesk, ReleaseFile, ReleaseFileList, WholeState
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
    files = [_file(release, edition, each, desk) for each in files_of(release, edition)]
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


def _file(release: PublishedRelease, edition: Edition, file: Offered, desk: FilesDesk) -> ReleaseFile:
    progress = desk.progress(release, edition, file.sort)
    return ReleaseFile(
        name=file.name,
        sort=file.sort.key,
        title=file.sort.title,
        words=file.sort.words,
        part=file.part,
        media_type=file.media_type,
        address=address_of(release, edition, file.name),
        state=progress.state,
        fraction=progress.fraction,
        message=progress.message,
        size=desk.sizes(release, edition, file.sort).get(file.name),
    )
