import json

from kithmap.guides.operations import ChooseRunSheet
from kithmap.guides.read import read_guide
from kithmap.guides.run_sheet import sheet_of
from tests.support.guides import written_guide, written_step


def test_the_steps_of_several_guides_make_one_sheet_that_closes_once() -> None:
    closing = written_step("end", stage="closed", minutes=5)
    guides = [
        read_guide("01_one.md", written_guide(title="One", steps=[written_step(), closing])),
        read_guide("02_two.md", written_guide(title="Two", steps=[written_step(), closing])),
    ]
    sheet = sheet_of(guides)
    assert [step["key"] for step in sheet["steps"]] == ["one.welcome", "two.welcome", "two.end"]
    assert sheet["guides"] == ["One", "Two"]


def test_a_sheet_is_one_that_can_be_chosen_with_all_that_its_guide_says() -> None:
    step = written_step(rules={"blind": True}, watch=["Quiet people."])
    sheet = sheet_of([read_guide("01_one.md", written_guide(steps=[step]))])
    [chosen] = ChooseRunSheet.model_validate_json(json.dumps(sheet)).steps
    assert (chosen.say, chosen.do, chosen.watch) == (step["say"], step["do"], step["watch"])
    assert (chosen.blind, chosen.moderated, chosen.prompt) == (True, None, step["prompt"])
