"""What is printed before a workshop: the run sheet of the whole, and cards."""

import re

import pytest

from kithmap.basics.actors import Role
from kithmap.guides.catalogue import check_folder
from kithmap.guides.model import GuideKind
from kithmap.web.assets import content_folder
from tests.support.guides import written_guide
from tests.support.installation import Installation

PRINTED = ["/guides/run-sheet", "/guides/cards-to-print"]


def test_the_run_sheet_holds_every_step_of_the_shipped_guides_with_the_minute_it_begins(
    installation: Installation,
) -> None:
    guides, _ = check_folder(content_folder("facilitator_guides") / "en")
    leading = sorted(
        (each for each in guides if each.kind is GuideKind.WORKSHOP), key=lambda each: each.order
    )
    steps = [step for guide in leading for step in guide.steps]

    page = installation.signed_in(installation.colleague(Role.FACILITATOR)).get("/guides/run-sheet").text

    assert re.findall(r'<tr role="row" id="step-(\w+)">', page) == [step.key for step in steps]
    starts = [sum(step.minutes for step in steps[:place]) for place in range(len(steps))]
    assert re.findall(r'run-sheet-start">([\d:]+)<', page) == [
        f"{start // 60}:{start % 60:02}" for start in starts
    ]
    assert "120 minutes" in page


def test_people_s_own_guides_stay_out_of_the_run_sheet_that_comes_with_kithmap(
    installation: Installation,
) -> None:
    own = installation.app.state.guides.own
    own.mkdir(parents=True)
    own.joinpath("our_evening.md").write_text(written_guide(title="Our evening"), encoding="utf-8")
    facilitator = installation.signed_in(installation.colleague(Role.FACILITATOR))

    assert "Our evening" in facilitator.get("/guides").text
    assert "120 minutes" in facilitator.get("/guides/run-sheet").text


def test_the_cards_hold_every_answer_that_can_be_given(installation: Installation) -> None:
    page = installation.signed_in(installation.colleague(Role.FACILITATOR)).get("/guides/cards-to-print").text

    for answer in ("Strongly for", "I can live with it", "I cannot accept it", "It is not clear to me"):
        assert page.count(answer) == 4
    assert page.count("I would come again.") == 4
    assert page.count("You need not say why.") == 2


@pytest.mark.parametrize("path", PRINTED)
def test_what_is_printed_needs_no_script_to_be_read(installation: Installation, path: str) -> None:
    page = installation.signed_in(installation.colleague(Role.RESEARCHER)).get(path).text

    assert re.search(r'<button [^>]*id="print"[^>]* hidden>', page)
    assert "onclick" not in page


@pytest.mark.parametrize("path", PRINTED)
def test_strangers_sign_in_first(installation: Installation, path: str) -> None:
    answer = installation.browser().get(path, follow_redirects=False)

    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in")
