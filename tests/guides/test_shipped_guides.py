"""The guides that come with Kithmap are fit to be read out in a hall tonight."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from kithmap.guides.catalogue import check_folder, guide_files, read_file
from kithmap.guides.markup import parts_of, to_html
from kithmap.guides.model import STAGE_ORDER, Guide, GuideKind, Step
from kithmap.guides.read import read_guide
from kithmap.web.assets import content_folder
from kithmap.workshop.model import Stage
from tests.support.reading_ease import reading_ease, sentences, words

ENGLISH = content_folder("facilitator_guides") / "en"
README = (ENGLISH.parent / "README.md").read_text(encoding="utf-8")
FRONT_END = Path(__file__).parents[2] / "frontend"

EASY = 80
"""Flesch's reading ease from which a pupil of twelve reads aloud without stumbling."""
PLAIN = 70
"""The same for a text that is read in peace."""
LONGEST_SENTENCE = 30
"""Words that somebody says in one breath to a hall."""
LONGEST_PROMPT = 48
"""Letters that stand in one line on the smallest projector, beside the clock."""
READ_IN_A_MINUTE = 180
"""Words of a text that is read for the first time, with tables."""

LINK = re.compile(r"\]\(([^)]+)\)")
ON_SCREEN = re.compile(r"“([^”]+)”")


def shipped() -> list[Guide]:
    """Return the guides; one that is faulty is left out here, and told by the first test."""
    found = (read_file(path) for path in guide_files(ENGLISH))
    return sorted((each for each in found if isinstance(each, Guide)), key=lambda guide: guide.order)


GUIDES = shipped()
LEADING = [guide for guide in GUIDES if guide.kind is GuideKind.WORKSHOP]
STEPS = [step for guide in LEADING for step in guide.steps]

each_guide = pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.key)
each_leading_guide = pytest.mark.parametrize("guide", LEADING, ids=lambda guide: guide.key)
each_step = pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)


def test_every_guide_keeps_to_the_schema() -> None:
    guides, faults = check_folder(ENGLISH)

    assert faults == ()
    assert len(guides) == len(guide_files(ENGLISH))


def test_the_guides_are_those_that_a_first_workshop_needs() -> None:
    assert [guide.key for guide in GUIDES] == [
        "before_the_workshop",
        "mapping_places",
        "how_we_connect",
        "words_and_indicators",
        "playback_of_findings",
        "mapping_ethics",
        "welcoming_everyone",
        "closing_and_publishing",
        "training_community_researchers",
    ]


def test_the_number_of_a_file_is_its_guides_place() -> None:
    assert [int(path.name[:2]) for path in guide_files(ENGLISH)] == [guide.order for guide in GUIDES]


# A whole workshop


def test_the_leading_guides_together_last_two_hours() -> None:
    assert sum(guide.minutes for guide in LEADING) == 120


def test_their_steps_lead_through_every_stage_in_order_and_end_by_closing() -> None:
    stages = [step.stage for step in STEPS]

    assert list(dict.fromkeys(stages)) == list(STAGE_ORDER)
    assert all(STAGE_ORDER.index(here) <= STAGE_ORDER.index(after) for here, after in pairwise(stages))
    assert stages[-1] is Stage.CLOSED


def test_no_two_steps_of_a_whole_workshop_share_a_key() -> None:
    keys = [step.key for step in STEPS]

    assert len(keys) == len(set(keys))


def test_a_workshop_has_a_break_of_ten_minutes_near_its_middle() -> None:
    until = [sum(step.minutes for step in STEPS[:place]) for place in range(len(STEPS))]
    breaks = [at for at, step in zip(until, STEPS, strict=True) if step.key == "break" and step.minutes >= 10]

    assert len(breaks) == 1
    assert 45 <= breaks[0] <= 75


def test_places_are_first_placed_blind_and_looked_at_together_afterwards() -> None:
    first = next(step for step in STEPS if step.stage is Stage.PLACES)
    shown = [step.key for step in STEPS if any("“Show everyone”" in line for line in step.do)]

    assert first.blind
    assert shown == ["look_together"]


# What people are told about them


def test_the_example_of_a_guide_in_the_readme_is_a_sound_guide() -> None:
    example = re.search(r"```yaml\n(.*?)```", README, flags=re.DOTALL)

    assert example is not None
    assert read_guide("07_our_evening.md", example[1]).minutes == 45


@each_guide
def test_the_readme_lists_each_guide_with_its_minutes(guide: Guide) -> None:
    row = next(line for line in README.splitlines() if f"_{guide.key}.md)" in line)

    assert guide.title in row
    assert (f"| {guide.minutes} | run sheet:" in row) is (guide.kind is GuideKind.WORKSHOP)


# What is said and done


@each_step
def test_a_step_says_what_to_say_to_do_and_to_watch(step: Step) -> None:
    assert step.say
    assert step.do
    assert step.watch


@each_step
def test_what_is_said_aloud_takes_one_breath_a_sentence(step: Step) -> None:
    too_long = [line for said in step.say for line in sentences(said) if len(words(line)) > LONGEST_SENTENCE]

    assert too_long == []


@each_leading_guide
def test_what_is_said_aloud_is_easy_english(guide: Guide) -> None:
    assert reading_ease(" ".join(line for step in guide.steps for line in step.say)) >= EASY


@each_step
def test_what_a_step_says_can_be_said_within_its_minutes(step: Step) -> None:
    # Speaking to a hall takes a minute for 110 words; at least half of a step belongs to the room.
    assert sum(len(words(line)) for line in step.say) <= 110 * step.minutes / 2


@each_step
def test_the_hall_reads_a_prompt_at_a_glance(step: Step) -> None:
    assert len(step.prompt) <= LONGEST_PROMPT


@each_guide
def test_a_guides_text_is_plain_english(guide: Guide) -> None:
    assert reading_ease(plain_text(guide)) >= PLAIN


@each_leading_guide
def test_words_in_quotation_marks_in_a_step_stand_on_a_screen(guide: Guide, on_screens: str) -> None:
    lines = [line for step in guide.steps for line in (*step.say, *step.do, *step.watch)]

    assert [found for line in lines for found in ON_SCREEN.findall(line) if found not in on_screens] == []


@pytest.fixture(scope="module")
def on_screens() -> str:
    """All that the pages are made of, in one text."""
    sources = [
        path
        for pattern in ("*.ts", "*.html")
        for feature in FRONT_END.iterdir()
        if feature.is_dir() and feature.name != "node_modules"
        for path in feature.rglob(pattern)
        if ".test." not in path.name
    ]
    return "\n".join(path.read_text(encoding="utf-8") for path in sources)


# The texts


@each_guide
def test_a_guide_begins_with_its_title_and_ends_with_what_to_read_on(guide: Guide) -> None:
    assert guide.body.startswith(f"# {guide.title}\n")
    assert parts_of(guide.body)[-1].title == "Further reading"
    assert guide.language == "en"


@each_leading_guide
def test_a_leading_guide_tells_what_comes_after_and_what_to_do_when_things_go_wrong(guide: Guide) -> None:
    titles = {part.title for part in parts_of(guide.body)}

    if guide.steps[-1].stage is not Stage.CLOSED:
        assert {"When something goes wrong", "After this part"} <= titles


@each_guide
def test_links_between_guides_lead_to_a_guide_and_to_a_part_that_is_there(guide: Guide) -> None:
    assert [link for link in LINK.findall(guide.body) if not leads_somewhere(link)] == []


@each_guide
def test_a_guide_is_linked_to_from_another_one_or_stands_alone_for_researchers(guide: Guide) -> None:
    others = [each for each in GUIDES if each is not guide]

    linked = any(f"_{guide.key}.md" in each.body for each in others)
    assert linked or guide.readers == "researchers"


@each_guide
def test_a_text_that_is_only_read_says_how_long_that_takes(guide: Guide) -> None:
    if guide.kind is GuideKind.READING:
        assert abs(guide.minutes - len(guide.body.split()) / READ_IN_A_MINUTE) <= 1


@each_guide
def test_a_table_has_a_heading_over_every_column(guide: Guide) -> None:
    assert '<th role="columnheader"></th>' not in to_html(guide.body)


# Sums


def test_the_table_for_counting_by_hand_is_right() -> None:
    rows = list(counting_rows())

    assert rows
    for people, needed, support, unclear in rows:
        assert needed == max(5, -(-60 * people // 100))
        assert support == -(-75 * people // 100)
        assert unclear == -(-20 * people // 100)


def counting_rows() -> Iterator[tuple[int, ...]]:
    """Yield the rows of the table: people, answers needed, support needed, and too many who find it not clear."""
    guide = next(each for each in GUIDES if each.key == "words_and_indicators")
    for line in guide.body.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 4 and all(cell.isdigit() for cell in cells):
            yield tuple(map(int, cells))


def plain_text(guide: Guide) -> str:
    """Return a guide's text as it is read: without marks, tables and what others called their books."""
    text = guide.body.partition("## Further reading")[0]
    text = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    lines = [line for line in text.splitlines() if not line.startswith(("|", "#"))]
    text = LINK.sub("]", "\n".join(lines))
    # An item of a list is read as a sentence, whether it has a full stop or not.
    text = re.sub(r"([^.!?:”])\n(?=[-\d])", r"\1.\n", text)
    return re.sub(r"[*>`\[\]]", "", text)


def leads_somewhere(link: str) -> bool:
    """Tell whether a link of a guide leads to another guide, and to a part of it where it names one."""
    file, _, part = link.partition("#")
    found = read_file(ENGLISH / file) if (ENGLISH / file).is_file() else None
    return isinstance(found, Guide) and (not part or part in {each.name for each in parts_of(found.body)})
