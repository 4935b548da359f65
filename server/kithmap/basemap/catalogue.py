"""Which areas have a basemap: archives found in their folder, opened once for each build."""

from functools import lru_cache
from pathlib import Path

from kithmap.basemap.archive import Archive, archive_path

OPEN_ARCHIVES = 32
"""Archives remembered with their finished tiles. More areas than this are seldom looked at in one hour."""


def find_archive(folder: Path, area_id: str) -> Archive | None:
    """Return an area's archive as it is on disk now, or None when it has none.

    Raises `BasemapError` when the archive is damaged.
    """
    path = archive_path(folder, area_id)
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return _opened(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=OPEN_ARCHIVES)
def _opened(path: Path, _changed: int, _size: int) -> Archive:
    """Open an archive; time of change and size make a rebuilt one another entry."""
    return Archive(path)
