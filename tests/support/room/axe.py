"""axe-core, which looks for what keeps people with a disability out."""

import functools
from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Page

from tests.support.needs import missing
from tests.support.running_kithmap import ROOT

AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@functools.cache
def _source() -> str:
    if not AXE.is_file():
        missing("axe-core is not here", "Run: python scripts/front_end.py build")
    return AXE.read_text(encoding="utf-8")


def settle(page: Page) -> None:
    """Wait until nothing moves on a page: what fades in has less contrast until it is there."""
    page.evaluate(
        """() => Promise.all(document.getAnimations()
            .filter((each) => Number.isFinite(each.effect.getComputedTiming().endTime))
            .map((each) => each.finished.catch(() => null)))
            .then(() => null)"""
    )


def barriers(page: Page, rules: Sequence[str] = RULES) -> list[str]:
    """Return what stands in somebody's way on a page as it looks now, by these groups of rules or single ones."""
    if not page.evaluate("'axe' in window"):
        # Through the debugger: the page's policy would let no script in that is not the page's own.
        page.evaluate(_source())
    found: dict[str, Any] = page.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations'], preload: false, iframes: false})",
        list(rules),
    )
    return [
        f"{violation['id']}: {violation['help']}: {node['html']} {node.get('failureSummary', '')}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def faint_in_other_theme(page: Page) -> list[str]:
    """Return what has too little contrast where the page is shown in its other theme."""
    page.evaluate(_OTHER_THEME)
    settle(page)
    found = barriers(page, ("color-contrast",))
    page.evaluate(_OTHER_THEME)
    return found


_OTHER_THEME = """() => {
    const {dataset} = document.documentElement;
    dataset.theme = dataset.theme === "dark" ? "light" : "dark";
}"""


def scrolls_sideways(page: Page) -> list[str]:
    """Return what is wider than the screen, if the page as a whole is."""
    wider: list[str] = page.evaluate(
        """() => {
            const root = document.documentElement;
            if (root.scrollWidth <= root.clientWidth) return [];
            return [...document.querySelectorAll("body *")]
                .filter((each) => each.getBoundingClientRect().right > root.clientWidth + 1)
                .map((each) => each.outerHTML.slice(0, 120));
        }"""
    )
    return wider


def escapes_its_scroller(page: Page) -> list[str]:
    """Return what is laid out outside the box that it should scroll with: hidden words for screen readers, most often.

    Nobody sees it, but the page itself becomes as long as the list inside its box, and scrolls away under the wheel.
    """
    escaped: list[str] = page.evaluate(
        """() => {
            const scrolls = (each) => /auto|scroll/.test(getComputedStyle(each).overflowY);
            return [...document.querySelectorAll("body *")]
                .filter((each) => getComputedStyle(each).position === "absolute" && each.offsetParent)
                .filter((each) => {
                    let box = each.parentElement;
                    while (box && box !== document.body && !scrolls(box)) box = box.parentElement;
                    return box && box !== document.body && !box.contains(each.offsetParent);
                })
                .map((each) => `escapes its scroller: ${each.outerHTML.slice(0, 120)}`);
        }"""
    )
    return escaped


def unknown_attributes(page: Page) -> list[str]:
    """Return attributes that HTML does not know: two that a template wrote without a space between, most often.

    A browser takes ``requiredmaxlength`` for a name of its own, and the field is then neither required nor limited.
    """
    unknown: list[str] = page.evaluate(
        """(known) => [...document.querySelectorAll("*")]
            .filter((each) => each.namespaceURI.endsWith("/xhtml") && !each.localName.includes("-"))
            .flatMap((each) => each.getAttributeNames()
                .filter((name) => !/^(data|aria)-./.test(name) && !known.split(/\\s+/).includes(name))
                .map((name) => `unknown attribute ${name}: ${each.outerHTML.slice(0, 160)}`))""",
        ATTRIBUTES,
    )
    return unknown


ATTRIBUTES = """
    accept action alt as async autocapitalize autocomplete autocorrect autofocus capture charset checked class cols colspan content
    contenteditable controls crossorigin datetime decoding defer dir disabled download draggable enctype enterkeyhint for form formaction
    formmethod fetchpriority formnovalidate headers height hidden href hreflang http-equiv id imagesizes imagesrcset inert inputmode is
    itemprop itemscope itemtype label lang list loading loop max maxlength media method min minlength multiple muted name
    nonce novalidate open part pattern ping placeholder popover popovertarget poster preload readonly referrerpolicy rel
    required reversed role rows rowspan sandbox scope selected sizes slot span spellcheck src srcdoc srcset start step style
    summary tabindex target title translate type usemap value width wrap
"""
"""Those of the HTML standard that pages use or may use."""
