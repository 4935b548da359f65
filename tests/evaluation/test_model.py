from kithmap.evaluation.model import reflection_id


def test_a_person_has_one_register() -> None:
    assert reflection_id("anna") == reflection_id("anna") != reflection_id("bashir")
