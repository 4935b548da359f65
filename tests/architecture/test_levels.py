"""I1: an import goes to a lower level, or stays in its folder and ring; features know each other only downwards."""

import pytest

from tests.support.rings import FEATURES_BELOW, place_of
from tests.support.source_tree import Import, SourceTree, read_tree, tree_of


def is_allowed(found: Import) -> bool:
    """Tell whether the importer may know what it imports."""
    importer, imported = place_of(found.importer), place_of(found.imported)
    if importer.level != imported.level:
        return importer.level > imported.level
    if (importer.folder, importer.ring) == (imported.folder, imported.ring):
        return True
    both_rules = importer.ring == imported.ring == "rules"
    return both_rules and imported.folder in FEATURES_BELOW.get(importer.folder, ())


def upward_imports(tree: SourceTree) -> list[str]:
    return [str(found) for found in tree.imports() if not is_allowed(found)]


def circle_of_features() -> list[str]:
    """Return the features that reach themselves by the listed order; there must be none."""

    def reach(feature: str) -> set[str]:
        below = FEATURES_BELOW.get(feature, frozenset())
        return set(below).union(*map(reach, below))

    return [feature for feature in FEATURES_BELOW if feature in reach(feature)]


def test_every_import_goes_down() -> None:
    assert upward_imports(read_tree()) == []


def test_every_feature_stands_in_the_order() -> None:
    features = {place.folder for name in read_tree() if (place := place_of(name)).ring}
    assert features <= FEATURES_BELOW.keys()


def test_the_order_of_features_has_no_circle() -> None:
    assert circle_of_features() == []


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("kithmap/basics/ids.py", "kithmap/sync/room.py"),
        ("kithmap/sync/room.py", "kithmap/workshop/model.py"),
        ("kithmap/workshop/model.py", "kithmap/sync/room.py"),
        ("kithmap/workshop/model.py", "kithmap/shared_map/model.py"),
        ("kithmap/workshop/model.py", "kithmap/workshop/store.py"),
        ("kithmap/workshop/operations/stages.py", "kithmap/workshop/access.py"),
        ("kithmap/workshop/store.py", "kithmap/workshop/api.py"),
        ("kithmap/workshop/actions.py", "kithmap/people/actions.py"),
        ("kithmap/workshop/api.py", "kithmap/people/api.py"),
        ("kithmap/storage/oplog/memory.py", "kithmap/people/tables.py"),
        ("kithmap/web/errors.py", "kithmap/live/hub.py"),
        ("kithmap/live/hub.py", "kithmap/web/errors.py"),
        ("kithmap/app.py", "kithmap/cli/serve.py"),
        ("kithmap/app.py", "kithmap/demo/seed.py"),
        ("kithmap/demo/story.py", "kithmap/demo/seed.py"),
    ],
)
def test_an_import_that_does_not_go_down_is_found(importer: str, imported: str) -> None:
    name = imported.removesuffix(".py").replace("/", ".")
    assert upward_imports(tree_of({importer: f"import {name}", imported: ""})) != []


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("kithmap/shared_map/model.py", "kithmap/workshop/model.py"),
        ("kithmap/shared_map/operations/places.py", "kithmap/shared_map/model.py"),
        ("kithmap/workshop/store.py", "kithmap/workshop/tables.py"),
        ("kithmap/workshop/api.py", "kithmap/people/access.py"),
        ("kithmap/state.py", "kithmap/operations.py"),
        ("kithmap/demo/seed.py", "kithmap/workshop/actions.py"),
        ("kithmap/cli/serve.py", "kithmap/app.py"),
    ],
)
def test_an_import_that_goes_down_or_stays_at_home_is_accepted(importer: str, imported: str) -> None:
    name = imported.removesuffix(".py").replace("/", ".")
    assert upward_imports(tree_of({importer: f"import {name}", imported: ""})) == []
