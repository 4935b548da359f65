"""What an area's workshops agreed on, gathered for its draft as far as people may be told of it."""

from collections.abc import Callable, Collection

from kithmap.basics.records import Audience, View
from kithmap.glossary.adopted import Adopted, Asking, adopted, together
from kithmap.shared_map.left_out import why_left_out
from kithmap.shared_map.model import PLACES, Visibility, is_held_back
from kithmap.web.dependencies import Services
from kithmap.workshop.catalogue import aliases_of, quotable_people, workshops_of


async def gathered(services: Services, area_id: str) -> Adopted:
    """Return what all workshops of an area agreed on, whether they are closed or still open."""
    listed = await services.read(workshops_of, [area_id])
    return together([await _of_workshop(services, each.id) for each in listed])


async def _of_workshop(services: Services, workshop_id: str) -> Adopted:
    view = await services.rooms.read(workshop_id)
    quotable = await services.read(quotable_people, workshop_id)
    seated = await services.read(aliases_of, workshop_id)
    asking = Asking(workshop_id, titles_for_all(view), quoting(quotable, seated))
    return adopted(view, asking)


def titles_for_all(view: View) -> Callable[[str], str | None]:
    """Return what tells a place's title where its author gave the place to all, and nothing holds it back."""

    def title_of(place: str) -> str | None:
        record = view.get(place)
        if record is None or record.kind not in PLACES or record.audience is not Audience.EVERYONE:
            return None
        if is_held_back(record.fields) or why_left_out(record, view) is not None:
            return None
        shown = record.fields["visibility"] == Visibility.PUBLIC
        return str(record.fields["title"]) if shown else None

    return title_of


def quoting(quotable: Collection[str], seated: Collection[str]) -> Callable[[str | None], bool]:
    """Return whether somebody's words may be quoted: participants' only where they agreed, those of who leads always."""
    return lambda person: person is None or person in quotable or person not in seated
