"""What people do on their phones while the room agrees on words and signs."""

from collections.abc import Callable

from playwright.sync_api import Locator

from tests.support.room.phone import Phone

Marks = tuple[int, int]
"""What somebody gives an indicator, from 1 to 9: how much it matters here, and how fairly it can be asked."""

Tongue = Callable[[str], str]
"""Turns the words of a page into those of its language."""


def agreeing(phone: Phone) -> Locator:
    """Return the part of the page on which people agree."""
    return phone.page.locator("kith-agreeing")


def propose(phone: Phone, button: str, label: str, meaning: str) -> None:
    """Propose a word or a sign of change."""
    phone.press(button)
    agreeing(phone).get_by_role("textbox").nth(0).fill(label)
    agreeing(phone).get_by_role("textbox").nth(1).fill(meaning)
    phone.press("Propose it")


def suggest(phone: Phone, label: str, meaning: str) -> None:
    """Suggest other words for what is before the room."""
    phone.press("Suggest other words")
    agreeing(phone).get_by_role("textbox").nth(0).fill(label)
    agreeing(phone).get_by_role("textbox").nth(1).fill(meaning)
    phone.press("Suggest these words")


def rate(
    phone: Phone, choice: str, *, reason: str = "", marks: Marks | None = None, tongue: Tongue = str
) -> None:
    """Say what one thinks of what is before the room."""
    form = agreeing(phone)
    form.get_by_role("radio", name=tongue(choice), exact=True).check()
    if marks is not None:
        for question, mark in zip(
            ("How much does this matter here?", "Can everybody be asked this fairly?"), marks, strict=True
        ):
            form.get_by_role("group", name=tongue(question)).get_by_role("radio", name=str(mark)).check()
    if reason:
        form.get_by_role("textbox").fill(reason)
    phone.press(tongue("This is my answer"))
