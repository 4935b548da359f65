import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kithmap.basics.ids import new_id
from kithmap.photos.actions import tidy
from kithmap.photos.files import PhotoFiles
from kithmap.photos.model import Picture, Size
from kithmap.sync.content import Content
from tests.support.hall import Hall, photo

PICTURE = Picture(large=b"large", small=b"small", width=1600, height=1200)


def test_photos_that_stand_on_a_place_stay_and_the_others_go_in_every_workshop(tmp_path: Path) -> None:
    files = PhotoFiles(tmp_path)
    hall = Hall()
    anna = hall.join(2)
    here, there, shown, loose = (new_id() for _ in range(4))
    hall.do(anna, "place.set_photo", place=hall.place(anna), photo=photo(shown))
    for workshop in (here, there):
        files.write(workshop, shown, PICTURE)
        files.write(workshop, loose, PICTURE)
    contents = {here: hall.host.room.content, there: Content()}

    async def read(workshop: str) -> Content:
        return contents[workshop]

    later = datetime.now(UTC) + timedelta(days=2)
    assert asyncio.run(tidy(files, read, later)) == 6
    kept = {
        (workshop, name)
        for workshop in (here, there)
        for name in (shown, loose)
        if files.read(workshop, name, Size.LARGE)
    }
    assert kept == {(here, shown)}
