import json

from kithmap.guides.operations import ChooseRunSheet
from kithmap.guides.read import read_guide
from kithmap.guides.run_sheet import first_rules, sheet_of, with_first_rules
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


def test_the_first_round_goes_as_the_first_step_that_says_so() -> None:
    silent = read_guide("01_one.md", written_guide(steps=[written_step()]))
    ruled = written_step(rules={"blind": False, "moderated": True})
    later = written_step("later", rules={"blind": True, "moderated": False})
    loud = read_guide("02_two.md", written_guide(steps=[ruled, later]))
    assert first_rules([silent]) == (True, False)
    assert first_rules([silent, loud]) == (False, True)


def test_a_choice_for_the_first_round_is_written_over_the_first_rules_alone() -> None:
    step = written_step(rules={"blind": True})
    later = written_step("later", rules={"blind": False, "moderated": False})
    sheet = sheet_of([read_guide("01_one.md", written_guide(steps=[step, later]))])
    chosen = with_first_rules(sheet, blind=False, moderated=True)["steps"]
    assert [(each["blind"], each["moderated"]) for each in chosen] == [(False, None), (False, False)]
    assert with_first_rules({"steps": []}, blind=True, moderated=True) == {"steps": []}
