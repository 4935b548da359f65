"""Looking over the guides that people write themselves."""

from pathlib import Path

from kithmap.cli.saying import say
from kithmap.guides.catalogue import check_folder


def check_guides(folder: Path) -> bool:
    """Read every guide of a folder, tell what was found, and return whether all can be used.

    Raises:
        NotFoundError: if there is no such folder, or no guide in it.
    """
    guides, faults = check_folder(folder)
    for guide in guides:
        steps = f", {len(guide.steps)} steps" if guide.steps else ""
        say(f"{guide.key}: {guide.title}, {guide.minutes} minutes{steps}")
    for fault in faults:
        say(f"! {fault}")
    if faults:
        say("Please mend this. Until then these files are left out, and the rest can be used.")
    return not faults
