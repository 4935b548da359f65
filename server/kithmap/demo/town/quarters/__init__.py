"""The seven neighbourhoods as they are drawn by hand: streets, sites, halls, districts."""

from kithmap.demo.town.plan import Quarter
from kithmap.demo.town.quarters.ansthorpe import ANSTHORPE
from kithmap.demo.town.quarters.brickfields import BRICKFIELDS
from kithmap.demo.town.quarters.hazelmoor import HAZELMOOR
from kithmap.demo.town.quarters.holme_park import HOLME_PARK
from kithmap.demo.town.quarters.old_town import OLD_TOWN
from kithmap.demo.town.quarters.southbridge import SOUTHBRIDGE
from kithmap.demo.town.quarters.tenterfields import TENTERFIELDS

QUARTERS: tuple[Quarter, ...] = (
    OLD_TOWN,
    TENTERFIELDS,
    HAZELMOOR,
    HOLME_PARK,
    ANSTHORPE,
    SOUTHBRIDGE,
    BRICKFIELDS,
)
