"""Reading what forms send."""

from datetime import date

from fastapi import UploadFile
from pydantic import BaseModel

from kithmap.basics.errors import BadInputError
from kithmap.programme.model import Wave


class WaveForm(BaseModel):
    """A wave as a form sends it."""

    name: str = ""
    starts: str = ""
    ends: str = ""

    def wave(self, wave_id: str) -> Wave:
        """Return the wave under this id.

        Raises:
            BadInputError: if a day is none.
        """
        return Wave(wave_id, self.name, read_day(self.starts), read_day(self.ends))


class BoundaryForm(BaseModel):
    """A new area as a form sends it: its boundary as a file, or drawn."""

    name: str = ""
    drawn: str = ""
    file: UploadFile | None = None


def read_day(typed: str) -> date | None:
    """Return the day of a date field; None if it was left empty.

    Raises:
        BadInputError: if it is no day.
    """
    if not typed.strip():
        return None
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        raise BadInputError("Please write the day as year-month-day, such as 2026-11-23.") from None
