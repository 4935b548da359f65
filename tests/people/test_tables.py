from kithmap.people.tables import AccountRow, InvitationRow, LinkRow, ReadTokenRow


def test_tokens_and_passwords_are_kept_as_fingerprints_only() -> None:
    columns = {
        column for row in (AccountRow, InvitationRow, LinkRow, ReadTokenRow) for column in row.model_fields
    }
    assert "token" not in columns
    assert {"fingerprint", "password"} <= columns
