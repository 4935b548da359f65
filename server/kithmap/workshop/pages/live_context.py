"""The facts that a live page's script starts from, in ``<script type="application/json" id="page-context">``."""

from typing import Any

from pydantic import BaseModel

from kithmap.basics.actors import Role


class LiveContext(BaseModel):
    """What a page of a workshop knows before its first message.

    Attributes:
        workshop: the workshop's id.
        title: its title.
        area: the area's id.
        area_name: the area's name.
        boundary: the area's boundary, as GeoJSON.
        basemap: the answer of ``/basemaps/{area}.json``, or None where there is no basemap yet.
        protocol: the version of the messages that the server speaks.
        person: my id in this workshop; empty for the projector.
        role: my role.
        alias: what the room calls me.
        socket: path of the live socket, with the role in which this page asks.
        api: path below which the same room answers plain requests.
        catch_up: the room's first message to this page, so that it can draw the map before its line is open. The snapshot
            that it names is fetched while the script loads.
        query: to be added to every request below ``api``, such as ``as=participant``.
        join_link: where a QR code leads, or empty where the page does not show it.
        join_address: where people type the code, without ``http://``.
        code: by which people join, or empty where the page does not show it.
        qr: the join link as an SVG element of our own drawing, or empty.
        projector_link: opens the projector's page, or empty where the page does not show it.
        people_page: the page of the workshop's people, or empty where the page does not show it.
        words: three words to come back by, right after joining, or empty.
        now: the server's time when the page was made, for clocks that all screens show alike.
    """

    workshop: str
    title: str
    area: str
    area_name: str
    boundary: dict[str, Any]
    basemap: dict[str, Any] | None
    protocol: int
    person: str
    role: Role
    alias: str
    socket: str
    api: str
    query: str
    catch_up: dict[str, Any]
    join_link: str = ""
    join_address: str = ""
    code: str = ""
    qr: str = ""
    projector_link: str = ""
    people_page: str = ""
    words: str = ""
    now: str
