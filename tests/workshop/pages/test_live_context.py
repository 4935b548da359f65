from kithmap.workshop.pages.live_context import LiveContext


def test_every_fact_of_the_context_is_documented() -> None:
    text = LiveContext.__doc__ or ""
    assert [name for name in LiveContext.model_fields if f"        {name}: " not in text] == []
