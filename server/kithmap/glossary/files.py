"""Released glossaries as folders on disk."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from kithmap.basics.errors import BadInputError, ConflictError, NotFoundError, TooLargeError, UnavailableError
from kithmap.glossary.folder import (
    ATTRIBUTES,
    CHECKSUMS,
    CONCEPTS,
    INDICATORS,
    MOST_BYTES,
    MOST_FILES,
    RELEASE,
    Files,
    from_folder,
)
from kithmap.glossary.model import Release


def read_release(folder: Path) -> Release:
    """Read the release that a folder holds. Whatever else lies beside it, such as a README, is passed over.

    Raises:
        NotFoundError: if there is no such folder.
        BadInputError: naming the first file that is not as it was written.
        TooLargeError: if there is too much to look at.
        UnavailableError: if a file cannot be read.
    """
    if not folder.is_dir():
        raise NotFoundError(f"There is no folder {folder}.")
    try:
        return from_folder(_contents(folder))
    except OSError as error:
        raise UnavailableError(f"{folder} cannot be read ({error}).") from None


def write_release(folder: Path, files: Files, base: str) -> None:
    """Write a release's files.

    An earlier release of the same glossary in the folder gives way, so that version control sees what changed.

    Args:
        folder: made if it is not there.
        files: contents by path, as ``folder.as_folder`` gives them.
        base: of the glossary, to know whether an earlier release may give way.

    Raises:
        ConflictError: if the folder holds something else.
        UnavailableError: if it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in _to_give_way(folder, base) - files.keys():
            (folder / old).unlink(missing_ok=True)
        # The checksums last: if this is broken off, the folder is no release, and says so when it is read.
        for path in sorted(files, key=lambda each: each == CHECKSUMS):
            target = folder / path
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(files[path])
    except OSError as error:
        raise UnavailableError(f"{folder} could not be written ({error}).") from None


def _to_give_way(folder: Path, base: str) -> set[str]:
    """Return the files of the release that lies there; without one, the folder has to be empty."""
    if not (folder / RELEASE).exists() and not any(each.name != ".git" for each in folder.iterdir()):
        return set()
    try:
        there = read_release(folder)
    except BadInputError:
        raise ConflictError(
            f"{folder} holds something else than a release as it was written. Nothing was changed. Please choose another folder."
        ) from None
    if there.scheme.base != base:
        raise ConflictError(
            f"{folder} holds another glossary. Nothing was changed. Please choose another folder."
        )
    return set(_contents(folder))


def _contents(folder: Path) -> Mapping[str, bytes]:
    found: dict[str, bytes] = {}
    total = 0
    for path in _paths(folder):
        total += path.stat().st_size
        if total > MOST_BYTES or len(found) >= MOST_FILES:
            raise TooLargeError(
                f"{folder} holds more than a glossary can. Please choose the folder of one release."
            )
        found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def _paths(folder: Path) -> Iterator[Path]:
    """Yield the files that may be a release's: those that its checksums name, and all where its concepts are."""
    sums = folder / CHECKSUMS
    named = sums.read_text(encoding="utf-8", errors="replace").splitlines() if sums.is_file() else []
    ours = {line.partition("  ")[2] for line in named} | {RELEASE, CHECKSUMS, ATTRIBUTES}
    yield from (folder / each for each in sorted(ours) if _is_name(each) and (folder / each).is_file())
    for part in (CONCEPTS, INDICATORS):
        yield from (each for each in sorted((folder / part).glob("*")) if each.is_file())


def _is_name(path: str) -> bool:
    """Tell whether this is a file in the folder itself: what lies below comes by itself, what lies above is not ours."""
    return bool(path) and not {"/", "\\", ":"} & set(path) and path not in {".", ".."}
