"""The whole chain: a pin on a phone, an evening that ends, two who sign, and the row that GDAL reads of what was published."""

import json
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect

from tests.support.layers_desk import LayersDesk, researcher
from tests.support.room.hall import Hall

pytestmark = pytest.mark.browser

READ = """
import json, sys
import pyogrio
source, layer, password = sys.argv[1:]
how = {"USERPWD": f"anybody:{password}"} if password else {}
found = pyogrio.read_dataframe(source, layer=layer, **how)
rows = [{**row, "geometry": row["geometry"].wkt} for row in found.to_dict("records")]
print(json.dumps(rows, default=str))
"""
"""Reads a layer by GDAL, in a process of its own, and prints its rows."""


def by_gdal(source: str, layer: str, password: str = "") -> dict[str, dict[str, object]]:
    """Return the rows that GDAL finds, by title."""
    done = subprocess.run(
        [sys.executable, "-c", READ, source, layer, password],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return {row.get("title") or row["id"]: row for row in json.loads(done.stdout)}


def test_a_pin_on_a_phone_becomes_a_row_that_gdal_reads(hall: Hall, tmp_path: Path) -> None:
    desk = hall.desk
    desk.plan_wave("Pin to row")
    layers = desk.client.get(f"/areas/{desk.area}/layers", headers={"accept": "text/html"}).text
    path = re.search(
        rf"/areas/{desk.area}/layers/([\w-]+)[^>]*>[^<]*(?:<[^>]*>)*[^<]*Pin to row", layers, re.DOTALL
    )
    assert path is not None, layers
    workshop = desk.new_workshop("From pin to row", wave=path[1])
    phone = hall.joined(workshop)
    phone.place("Reading room", note="It is warm.")
    phone.place("Skate ramp", move=(60, 40))
    expect(phone.mine("2 places")).to_be_visible()
    desk.ask(workshop, "workshop.move_to_stage", stage="connections")
    phone.connect("Reading room", "Skate ramp", words="We met on the steps.")
    mapped = desk.client.get(f"/api/workshops/{workshop.id}/export.geojson?as=leading").json()["features"]
    spots = {each["properties"].get("title"): each["geometry"]["coordinates"] for each in mapped}
    desk.ask(workshop, "workshop.close")

    with researcher(desk, desk.area) as tom:
        at = LayersDesk(f"/areas/{desk.area}/layers/{path[1]}", desk.client, tom)
        assert at.publish("The first.") == "1.0.0"
        token = make_token(tom, datetime.now(UTC).date() + timedelta(days=30))
        slug = "brook-end-pin-to-row"
        file = tmp_path / "taken.gpkg"
        file.write_bytes(geopackage(tom, slug))

    live = f"OAPIF:http://127.0.0.1:{desk.kithmap.port}/ogc"
    for rows in (by_gdal(live, f"{slug}.assets", token), by_gdal(str(file), "assets")):
        assert set(rows) == {"Reading room", "Skate ramp"}
        for title, row in rows.items():
            lon, lat = spots[title]
            assert row["geometry"] == f"POINT ({lon} {lat})"
            assert (row["lon"], row["lat"]) == (lon, lat)
            assert row["kind"] == "physical_place"
            assert row["workshop"] == workshop.id
    lines = by_gdal(live, f"{slug}.connections", token)
    assert [row["why"] for row in lines.values()] == ["fun"]
    assert by_gdal(live, f"{slug}.assets") == {}, "its authors gave it to partners, and not to everyone"


def geopackage(client: httpx.Client, slug: str) -> bytes:
    """Take the partners' GeoPackage away, as the list of files offers it."""
    listed = client.get(f"/api/layers/{slug}/versions/1.0.0/files", params={"edition": "partners"}).json()
    file = client.get(next(each["address"] for each in listed["files"] if each["sort"] == "gpkg"))
    assert file.status_code == httpx.codes.OK, file.text
    return file.content


def make_token(client: httpx.Client, until: object) -> str:
    """Make a read token at its page; return it."""
    page = client.post("/tokens", data={"name": "GDAL", "ends": str(until)}, headers={"accept": "text/html"})
    found = re.search(r'<code class="token"[^>]*>([^<]+)</code>', page.text)
    assert found is not None, page.text
    return found[1]
