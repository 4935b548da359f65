from kithmap.operations import BY_KIND, OPERATIONS


def test_every_kind_stands_once_in_the_list_and_is_named_after_its_subject_and_deed() -> None:
    kinds = [operation.kind for operation in OPERATIONS]
    assert len(set(kinds)) == len(kinds) == len(BY_KIND)
    assert all(kind.count(".") == 1 for kind in kinds)
