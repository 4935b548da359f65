"""The guides that there are: those that come with Kithmap, and those that people put into the data folder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock

from kithmap.basics.errors import NotFoundError
from kithmap.guides.model import FaultyGuideError, Guide, GuideKind
from kithmap.guides.read import LONGEST, key_of, read_guide

OWN = "own_"
"""Stands before the keys of people's own guides: a changed copy of one of ours stands beside it and keeps its file's name."""

MOST_BYTES = LONGEST * 4
"""No letter takes more in UTF-8."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Guides in their order.

    Attributes:
        guides: those that can be used.
        faults: a sentence for whatever is wrong in the files of others.
    """

    guides: tuple[Guide, ...]
    faults: tuple[str, ...]

    def guide(self, key: str) -> Guide:
        """Return a guide.

        Raises:
            NotFoundError: if there is none of this key.
        """
        for each in self.guides:
            if each.key == key:
                return each
        raise NotFoundError("There is no guide of this name. The list of guides shows all there are.")

    def leading(self) -> tuple[Guide, ...]:
        """Return the guides that a workshop can follow."""
        return tuple(each for each in self.guides if each.kind is GuideKind.WORKSHOP)

    def whole(self) -> tuple[Guide, ...]:
        """Return the guides that make a whole workshop together: all of those that come with Kithmap and lead one."""
        return tuple(each for each in self.leading() if not each.key.startswith(OWN))

    def chosen(self, keys: Sequence[str]) -> tuple[Guide, ...]:
        """Return some of the guides that a workshop can follow, in the order of the shelf, whatever the order of the keys.

        Raises:
            NotFoundError: if one is not there, or leads no workshop.
        """
        missing = set(keys) - {each.key for each in self.leading()}
        if missing:
            raise NotFoundError("One of the guides is no longer there. Please look at the list again.")
        return tuple(each for each in self.leading() if each.key in keys)


@dataclass(slots=True)
class GuideCatalogue:
    """Reads guides from their folders; a file is read again only when it has changed.

    Attributes:
        ours: the folder of those that come with Kithmap, in one language.
        own: the folder of people's own; it need not be there, and None is for none.
    """

    ours: Path
    own: Path | None
    _known: dict[Path, tuple[tuple[int, int], Guide | FaultyGuideError]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def read(self) -> Shelf:
        """Return what there is now. Called in a thread, as it looks at the disk."""
        with self._lock:
            ours = list(self._read_folder(self.ours))
            own = [] if self.own is None else list(self._read_folder(self.own))
        guides = [
            *sorted(_sound(ours), key=_place),
            *(replace(each, key=OWN + each.key) for each in sorted(_sound(own), key=_place)),
        ]
        faults = [
            words for each in [*ours, *own] if isinstance(each, FaultyGuideError) for words in each.faults
        ]
        return Shelf(tuple(guides), tuple(faults))

    def _read_folder(self, folder: Path) -> Iterator[Guide | FaultyGuideError]:
        for path in guide_files(folder):
            state = path.stat()
            stamp = (state.st_mtime_ns, state.st_size)
            known = self._known.get(path)
            if known is None or known[0] != stamp:
                known = self._known[path] = (stamp, read_file(path))
            yield known[1]


def guide_files(folder: Path) -> list[Path]:
    """Return the files of a folder that mean to be guides: all Markdown but what says what the folder is."""
    if not folder.is_dir():
        return []
    return sorted(
        path for path in folder.glob("*.md") if path.is_file() and path.stem not in {"README", "LICENSE"}
    )


def read_file(path: Path) -> Guide | FaultyGuideError:
    """Return a file's guide, or what is wrong with it."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return FaultyGuideError(
                (f"{path.name}: it is too large for a guide. Please make two guides of it.",)
            )
        return read_guide(path.name, path.read_text(encoding="utf-8"))
    except FaultyGuideError as error:
        return error
    except UnicodeDecodeError:
        return FaultyGuideError((f"{path.name}: it is not in UTF-8. Please save it as plain text in UTF-8.",))
    except OSError:
        return FaultyGuideError((f"{path.name}: it cannot be read. Please look at who may read the file.",))


def check_folder(folder: Path) -> tuple[tuple[Guide, ...], tuple[str, ...]]:
    """Read every guide of a folder, and return those that are sound with a sentence for each fault of the others.

    Raises:
        NotFoundError: if there is no such folder, or no guide in it.
    """
    found = [read_file(path) for path in guide_files(folder)]
    if not found:
        raise NotFoundError(f"There is no guide in {folder}: a guide is a file such as 02_mapping_places.md.")
    faults = [words for each in found if isinstance(each, FaultyGuideError) for words in each.faults]
    faults += _same_keys(guide_files(folder))
    return tuple(_sound(found)), tuple(faults)


def _same_keys(paths: Sequence[Path]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for path in paths:
        key = key_of(path.name)
        if key is not None and key in seen:
            yield f"{path.name}: {seen[key]} has the same name but for its number. Please rename one of them."
        elif key is not None:
            seen[key] = path.name


def _sound(found: Sequence[Guide | FaultyGuideError]) -> list[Guide]:
    """Return the guides, of several with one key the first."""
    sound: dict[str, Guide] = {}
    for each in found:
        if isinstance(each, Guide):
            sound.setdefault(each.key, each)
    return list(sound.values())


def _place(guide: Guide) -> tuple[int, str]:
    return guide.order, guide.key
