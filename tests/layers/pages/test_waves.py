from tests.support.layer_desk import Table
from tests.support.mapped_evenings import new_wave


def text(table: Table) -> str:
    answer = table.ria.get(f"/areas/{table.installation.area.id}/layers")
    assert answer.status_code == 200
    return answer.text


def test_each_wave_tells_how_far_it_is(table: Table) -> None:
    new_wave(table.installation, "Follow-up")
    evening = table.evening()
    assert "1 workshop was held. 1 of them is not closed yet." in text(table)
    evening.asset("The hall", -0.73, 52.67)
    evening.close()
    assert text(table).count("Nothing is published yet.") == 2
    assert "No workshop was held in this wave yet." in text(table)
    table.send()
    assert 'href="/layers/' not in text(table).replace('href="/layers"', "")
    table.publish()
    assert "Version 1.0.0 came out on 23 November 2026." in text(table)
    assert 'href="/layers/oakham-baseline"' in text(table)


def test_a_workshop_without_a_wave_is_counted_apart(table: Table) -> None:
    table.installation.ask(table.installation.new_workshop(), "workshop.open")
    assert "1 workshop belongs to no wave, so it enters no layers." in text(table)


def test_a_programme_without_waves_says_who_plans_them(table: Table) -> None:
    elsewhere = table.installation.new_area("Elsewhere")
    answer = table.installation.as_admin().get(f"/areas/{elsewhere.id}/layers")
    assert "Baseline" in answer.text
