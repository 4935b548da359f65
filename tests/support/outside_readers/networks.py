"""Networks as programs for networks read them."""

import csv
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import polars as pl
from shapely import LineString, Point

from kithmap.basics.csv_text import as_it_was
from tests.support.outside_readers.seen import CONNECTIONS, PLACES, Layers, Row, columns_of, values


def _layers(places: Mapping[str, Mapping[str, Any]], joined: Mapping[str, Mapping[str, Any]]) -> Layers:
    return {
        PLACES: {id_: place(values(columns_of(PLACES, network=True), row)) for id_, row in places.items()},
        CONNECTIONS: {
            id_: line(values(columns_of(CONNECTIONS, network=True), row)) for id_, row in joined.items()
        },
    }


def place(read: dict[str, Any]) -> Row:
    """Return a place with the point that its columns tell of."""
    return Point(read["lon"], read["lat"]), read


def line(read: dict[str, Any]) -> Row:
    """Return a connection with the line that its columns tell of."""
    return LineString([(read["start_lon"], read["start_lat"]), (read["end_lon"], read["end_lat"])]), read


def by_networkx(paths: list[Path]) -> Layers:
    """Read GraphML with NetworkX."""
    # Its types tell of graphs without parallel edges.
    graph: Any = nx.read_graphml(paths[0], force_multigraph=True)
    assert graph.is_directed()
    joined = {}
    for start, end, id_, row in graph.edges(keys=True, data=True):
        assert (row["start"], row["end"]) == (start, end)
        joined[id_] = row
    return _layers(dict(graph.nodes(data=True)), joined)


def by_igraph(paths: list[Path]) -> Layers:
    """Read GraphML with igraph, which gives edges no id of theirs."""
    with warnings.catch_warnings(action="error"):
        graph = igraph.Graph.Read_GraphML(str(paths[0]))
    assert graph.is_directed()
    joined = {edge["connection"]: edge.attributes() for edge in graph.es}
    assert len(joined) == graph.ecount()
    for edge in graph.es:
        assert (graph.vs[edge.source]["id"], graph.vs[edge.target]["id"]) == (edge["start"], edge["end"])
    return _layers({each["id"]: each.attributes() for each in graph.vs}, joined)


def _of_tables(tables: list[list[dict[str, Any]]]) -> Layers:
    places, joined = (
        [{name: as_it_was(cell) if cell else None for name, cell in row.items()} for row in table]
        for table in tables
    )
    for row in places:
        assert row["Label"] == row["title"]
    for row in joined:
        assert (row["Source"], row["Target"]) == (row["start"], row["end"])
        assert row["Type"] == ("Directed" if row["directed"] == "true" else "Undirected")
    return _layers({str(row["Id"]): row for row in places}, {str(row["Id"]): row for row in joined})


def tables_by_python(paths: list[Path]) -> Layers:
    """Read a network's tables with Python's reader."""
    tables = []
    for path in paths[:2]:
        with path.open(encoding="utf-8", newline="") as file:
            tables.append(list(csv.DictReader(file, strict=True)))
    return _of_tables(tables)


def tables_by_polars(paths: list[Path]) -> Layers:
    """Read a network's tables with Polars' reader."""
    return _of_tables([pl.read_csv(path, infer_schema=False).to_dicts() for path in paths[:2]])
