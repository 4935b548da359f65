import io
from dataclasses import replace
from xml.etree import ElementTree as ET

import networkx as nx

from kithmap.layer_formats.graphml import graphml
from kithmap.layers.model import Layer, LayerName, ReleaseEdition
from kithmap.layers.schema import CRS84
from tests.support.layers import RELEASE

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


def written(release: ReleaseEdition = RELEASE) -> bytes:
    return b"".join(graphml(release))


def test_every_key_says_for_what_it_is_and_of_which_type() -> None:
    keys = ET.fromstring(written()).findall(f"{GRAPHML}key")
    assert len(keys) > 40
    assert {key.get("for") for key in keys} == {"graph", "node", "edge"}
    types = {(key.get("for"), key.get("attr.name")): key.get("attr.type") for key in keys}
    assert types["node", "lon"] == types["node", "lat"] == types["edge", "start_lon"] == "double"
    assert types["node", "me_too"] == "int"
    assert types["edge", "directed"] == "boolean"
    assert len({key.get("id") for key in keys}) == len(keys)


def test_the_graph_tells_its_coordinate_reference_system_and_licence() -> None:
    graph = nx.read_graphml(io.BytesIO(written())).graph
    assert graph["coordinate_reference_system"] == CRS84
    assert graph["licence"] == RELEASE.header.licence.address


def test_parallel_connections_are_kept() -> None:
    table = RELEASE.layer(LayerName.CONNECTION_TABLE)
    assert table is not None
    twice = Layer(table.name, (*table.features, replace(table.features[0], id="z-again")))
    layers = tuple(twice if layer.name is table.name else layer for layer in RELEASE.layers)
    graph = nx.read_graphml(io.BytesIO(written(replace(RELEASE, layers=layers))))
    assert graph.is_multigraph()
    assert graph.number_of_edges("a-hall", "c-walk") == 2
