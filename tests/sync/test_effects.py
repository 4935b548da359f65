from kithmap.sync.effects import CloseReason


def test_s5_codes_follow_the_order_of_the_list_so_that_new_reasons_go_at_its_end() -> None:
    assert CloseReason.PAGE_TOO_OLD.code == 4000
    assert CloseReason.SERVER_TROUBLE.code == 4010
