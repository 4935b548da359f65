"""The floor that the phone's page is measured against: the same map library on the same ground, and nothing else."""

import contextlib
import gzip
import json
import threading
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from benchmarks.load.demonstration import ROOT, Room
from benchmarks.load.many_places import Box

LEAFLET = ROOT / "frontend/node_modules/leaflet/dist"

FLOOR = """<!doctype html><html><head><meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="stylesheet" href="/leaflet.css"><style>body{margin:0}#map{height:100vh}</style></head>
<body><div id="map"></div><script src="/leaflet.js"></script><script>
const { ground, boundary } = GIVEN;
const corners = ([west, south, east, north]) => [[south, west], [north, east]];
const map = L.map("map", { attributionControl: false, maxZoom: 19 }).fitBounds(corners(boundary));
L.tileLayer(ground.tiles.light, {
  tileSize: ground.tile_size, zoomOffset: ground.zoom_offset, maxZoom: 19, keepBuffer: 1, bounds: corners(ground.bounds),
  minNativeZoom: ground.min_zoom - ground.zoom_offset, maxNativeZoom: ground.max_zoom - ground.zoom_offset,
}).addTo(map);
</script></body></html>"""


@contextlib.contextmanager
def floor(room: Room, ground: dict[str, Any], boundary: Box) -> Iterator[str]:
    """Serve the page with nothing but the library and the ground; yield its address."""
    page = FLOOR.replace("GIVEN", json.dumps({"ground": ground, "boundary": boundary}))
    files = {
        "/": ("text/html", page.encode()),
        "/leaflet.js": ("text/javascript", (LEAFLET / "leaflet.js").read_bytes()),
        "/leaflet.css": ("text/css", (LEAFLET / "leaflet.css").read_bytes()),
    }
    packed = {path: (kind, gzip.compress(body, 9)) for path, (kind, body) in files.items()}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            """Answer with a file of the page, or with a tile of the real server."""
            if self.path not in packed and not self.path.startswith("/basemaps/"):
                self.send_error(404)
                return
            if self.path not in packed:
                request = urllib.request.Request(
                    room.address + self.path, headers={"Accept-Encoding": "gzip"}
                )
                with urllib.request.urlopen(request, timeout=10) as tile:
                    packed[self.path] = ("image/svg+xml", tile.read())
            kind, body = packed[self.path]
            self.send_response(200)
            for name, value in (
                ("Content-Type", kind),
                ("Content-Encoding", "gzip"),
                ("Content-Length", str(len(body))),
            ):
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's word
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join()
