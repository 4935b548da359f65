"""What an area's workshops agreed on, gathered for its draft as far as people may be told of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from kithmap.basics.quotes import quoting
from kithmap.basics.records import View
from kithmap.glossary.adopted import Adopted, Asking, adopted, together
from kithmap.glossary.touched import Touched, touched
from kithmap.shared_map.titles import titles_for_all
from kithmap.web.dependencies import Services
from kithmap.workshop.catalogue import aliases_of, quotable_people, workshops_of


@dataclass(frozen=True, slots=True)
class Gathered:
    """What comes from an area's workshops.

    Attributes:
        adopted: what their rooms agreed on.
        touched: what hangs on each concept on their maps, by its id.
    """

    adopted: Adopted
    touched: Mapping[str, Touched]


async def gathered(services: Services, area_id: str) -> Gathered:
    """Return what comes from all workshops of an area, whether they are closed or still open."""
    listed = await services.read(workshops_of, [area_id])
    views = {each.id: await services.rooms.read(each.id) for each in listed}
    adopted_in = [await _of_workshop(services, workshop, view) for workshop, view in views.items()]
    return Gathered(together(adopted_in), touched(views.values()))


async def _of_workshop(services: Services, workshop_id: str, view: View) -> Adopted:
    quotable = await services.read(quotable_people, workshop_id)
    seated = await services.read(aliases_of, workshop_id)
    asking = Asking(workshop_id, titles_for_all(view), quoting(quotable, seated))
    return adopted(view, asking)
