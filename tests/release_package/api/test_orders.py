from pathlib import Path

from kithmap.layers.model import Edition
from kithmap.release_package.api.orders import Order
from tests.release_package.published import PlainReports


def test_an_address_with_a_password_is_never_shown() -> None:
    order = Order(
        "postgresql://anna:secret@host/kithmap",
        Path("data"),
        PlainReports,
        "s",
        "1.0.0",
        Edition.PUBLIC,
        ("csv",),
    )
    assert "secret" not in f"{order} {order!r}"
