import screenshots


def test_every_page_is_taken_at_the_three_widths_that_are_looked_at() -> None:
    assert [size["width"] for size in screenshots.ALL] == [390, 768, 1920]


def test_the_links_of_areas_and_consoles_are_found_by_their_titles() -> None:
    area = "01900000-0000-7000-8000-000000000001"
    [found] = screenshots.LINK.findall(
        f'<a href="/areas/{area}">Tenterfields</a> <a href="/people">People</a>'
    )
    assert found == (area, "Tenterfields")
