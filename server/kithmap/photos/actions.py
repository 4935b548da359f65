"""Looking after the photos' files: what no place shows any more does not stay."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

from kithmap.basics.records import View
from kithmap.photos.files import PhotoFiles
from kithmap.photos.model import photos_in_use


async def tidy(files: PhotoFiles, read: Callable[[str], Awaitable[View]], now: datetime) -> int:
    """Remove, in every workshop, the photos that no place has shown for a day.

    Args:
        files: the photos.
        read: returns a workshop's records.
        now: the time.

    Returns:
        How many files went.
    """
    removed = 0
    for workshop in await asyncio.to_thread(files.workshops):
        in_use = photos_in_use(await read(workshop))
        removed += await asyncio.to_thread(files.sweep, workshop, in_use, now)
    return removed
