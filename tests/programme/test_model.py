from datetime import date

from kithmap.programme.model import Partner, PartnerRole


def test_a_partner_is_past_after_its_last_day() -> None:
    partner = Partner("1", PartnerRole.VCS_ORGANISATION, "Bureau", None, date(2026, 3, 31))
    assert not partner.is_past(date(2026, 3, 31))
    assert partner.is_past(date(2026, 4, 1))
    assert not Partner("1", PartnerRole.VCS_ORGANISATION, "Bureau").is_past(date(2100, 1, 1))
