"""A package as a zip file: the same files always give the same bytes.

Fixed times (the day of the release), paths in their order, one way to compress, and no trace of the machine that wrote it.
"""

import hashlib
import shutil
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kithmap.layers.model import Header
from kithmap.release_package.contents import CHECKSUMS, Described
from kithmap.release_package.descriptor import DESCRIPTOR, Contained, descriptor

AT_ONCE = 1024 * 1024
READABLE = 0o644 << 16
UNIX = 3
"""The system that wrote it, as the format numbers them: the same wherever it is written."""

Content = bytes | Path
Step = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Measured:
    """A file as it is.

    Attributes:
        size: bytes.
        sha256: of its content, in hexadecimal.
    """

    size: int
    sha256: str


def write_package(
    target: Path,
    header: Header,
    files: Mapping[str, Content],
    described: Mapping[str, Described],
    step: Step,
) -> None:
    """Write a package with its descriptor and its checksums.

    Args:
        target: the zip file to write.
        header: of the release.
        files: contents by path, or where they lie.
        described: what each file of data is, by path, in the order in which they are listed.
        step: told how much is done, from 0 to 1.
    """
    measured = {path: measure(content) for path, content in files.items()}
    listed = [
        Contained(path, each.title, each.media_type, measured[path].size, measured[path].sha256, each.schema)
        for path, each in described.items()
    ]
    whole = {**files, DESCRIPTOR: descriptor(header, listed)}
    measured[DESCRIPTOR] = measure(whole[DESCRIPTOR])
    whole[CHECKSUMS] = checksums(measured)
    _write(target, whole, header.day, step)


def measure(content: Content) -> Measured:
    """Return how large a file is, and its checksum."""
    if isinstance(content, bytes):
        return Measured(len(content), hashlib.sha256(content).hexdigest())
    with content.open("rb") as file:
        return Measured(content.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


def checksums(measured: Mapping[str, Measured]) -> bytes:
    """Return the checksums in the form that ``sha256sum --check`` reads."""
    return "".join(f"{each.sha256}  {path}\n" for path, each in sorted(measured.items())).encode()


def _write(target: Path, files: Mapping[str, Content], day: date, step: Step) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for number, (path, content) in enumerate(sorted(files.items()), start=1):
            _add(packed, path, content, day)
            step(number / len(files))


def _add(packed: zipfile.ZipFile, path: str, content: Content, day: date) -> None:
    told = zipfile.ZipInfo(path, (day.year, day.month, day.day, 0, 0, 0))
    told.compress_type = zipfile.ZIP_DEFLATED
    told.create_system = UNIX
    told.external_attr = READABLE
    told.file_size = len(content) if isinstance(content, bytes) else content.stat().st_size
    with packed.open(told, "w") as to:
        if isinstance(content, bytes):
            to.write(content)
        else:
            with content.open("rb") as file:
                shutil.copyfileobj(file, to, AT_ONCE)
