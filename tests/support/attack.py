"""An outsider who reads every byte that they can fetch, and looks for where something really is.

Nothing here knows of any format: text is read for its numbers, everything else for floating-point numbers of eight bytes at any
offset, in both orders; archives and compressed columns are opened. A place is betrayed where its longitude and latitude, or its easting and northing, stand near
each other in the bytes, to five decimals of a degree or to a metre and a half.
"""

import gzip
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow.parquet
from numpy.typing import NDArray

from kithmap.basics.british_grid import on_british_grid

Position = tuple[float, float]
"""Longitude and latitude."""

DEGREES = 1.1e-5
"""How near a number has to be to betray a coordinate: its fifth decimal, about a metre."""
METRES = 1.5
SAME = 6e-8
"""As much as two numbers may differ that are written with seven decimals and are the same."""
NEAR = 400
"""Bytes between both numbers of a position, at most."""

_NUMBER = re.compile(rb"-?\d{1,7}\.\d{1,17}")


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers and where they stand, in the order of the numbers."""

    values: NDArray[np.float64]
    offsets: NDArray[np.int64]

    def near(self, value: float, tolerance: float) -> NDArray[np.int64]:
        """Return where numbers stand that are nearly this one."""
        first, last = np.searchsorted(self.values, [value - tolerance, value + tolerance])
        return self.offsets[first:last]

    def without(self, known: NDArray[np.float64]) -> "Numbers":
        """Return them without those that are one of some others, which are in order."""
        if not len(known):
            return self
        after = np.searchsorted(known, self.values)
        nearest = [np.abs(self.values - known[np.clip(after - back, 0, len(known) - 1)]) for back in (0, 1)]
        other = np.minimum(*nearest) > SAME
        return Numbers(self.values[other], self.offsets[other])


def betrayed(
    fetched: Iterable[bytes],
    true: Iterable[Position],
    told: Iterable[Position] = (),
    *,
    degrees: float = DEGREES,
    metres: float = METRES,
) -> list[Position]:
    """Return the positions that some of the fetched bytes betray.

    Args:
        fetched: whatever an outsider got: pages, layers, archives, files of any format.
        true: positions that nobody outside may know.
        told: positions that are shown on purpose, exactly. In a street, one of their coordinates may be nearly a hidden one's, and another
            place's the other: their own numbers betray nobody.
        degrees: how near a number has to be to betray a coordinate. Positions that are moved by chance meet coordinates by chance, the more
            often the coarser one looks.
        metres: likewise, of eastings and northings.
    """
    secrets = list(dict.fromkeys(true))
    grid = [on_british_grid(*each) for each in secrets]
    known = _known(told)
    found: dict[Position, None] = {}
    for data in fetched:
        for numbers in (each.without(known) for each in _numbers(data)):
            for position, there in zip(secrets, grid, strict=True):
                if _stands_in(numbers, position, degrees) or (there and _stands_in(numbers, there, metres)):
                    found[position] = None
    return list(found)


def _known(told: Iterable[Position]) -> NDArray[np.float64]:
    return np.sort(np.array([number for position in told for number in position], dtype=np.float64))


def _stands_in(numbers: Numbers, pair: Sequence[float], tolerance: float) -> bool:
    first = numbers.near(pair[0], tolerance)
    if not len(first):
        return False
    second = numbers.near(pair[1], tolerance)
    return bool(len(second)) and bool((np.abs(first[:, None] - second[None, :]) <= NEAR).any())


def _numbers(data: bytes) -> Iterator[Numbers]:
    inner = list(_opened(data))
    if inner:
        for each in inner:
            yield from _numbers(each)
        return
    yield _written(data)
    yield from _packed(data)


def _opened(data: bytes) -> Iterator[bytes]:
    if data.startswith(b"\x1f\x8b"):
        yield gzip.decompress(data)
    elif data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield archive.read(name)
    elif data.startswith(b"PAR1"):
        for column in pyarrow.parquet.read_table(io.BytesIO(data)).columns:
            cells = column.to_pylist()
            yield b" ".join(each if isinstance(each, bytes) else repr(each).encode() for each in cells)


def _written(data: bytes) -> Numbers:
    """Return the numbers that stand in a text; those after a stroke or in words too."""
    matches = list(_NUMBER.finditer(data))
    return _sorted(
        np.array([float(each.group()) for each in matches], dtype=np.float64),
        np.array([each.start() for each in matches], dtype=np.int64),
    )


def _packed(data: bytes) -> Iterator[Numbers]:
    """Return the numbers that bytes may be, at each offset and in both orders of bytes."""
    for order in ("<f8", ">f8"):
        values, offsets = [], []
        for start in range(8):
            whole = (len(data) - start) // 8 * 8
            if whole <= 0:
                continue
            read = np.frombuffer(data, dtype=order, count=whole // 8, offset=start).astype(np.float64)
            # What is no coordinate of any kind need not be sorted.
            likely = np.isfinite(read) & (np.abs(read) > 1e-3) & (np.abs(read) < 1e7)
            values.append(read[likely])
            offsets.append(np.arange(start, start + whole, 8, dtype=np.int64)[likely])
        if values:
            yield _sorted(np.concatenate(values), np.concatenate(offsets))


def _sorted(values: NDArray[np.float64], offsets: NDArray[np.int64]) -> Numbers:
    order = np.argsort(values, kind="stable")
    return Numbers(values[order], offsets[order])
