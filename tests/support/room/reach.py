"""What keeps people out that no list of rules finds: measured on the page as it stands, in the browser."""

from playwright.sync_api import Page

LEAST_TARGET = 44
"""CSS pixels either way: the project's own measure. WCAG 2.2 (2.5.8) asks for 24."""

MOST_TABS = 40
"""Beyond these a page's later parts are taken to be like its earlier ones."""

_TARGETS = """least => {
    const wanted = "a[href], button, input, select, textarea, summary, [role=button], [role=radio], [role=checkbox]";
    const isSeen = (each) => each.checkVisibility({opacityProperty: true, visibilityProperty: true});
    // A link within a sentence is as high as its line (WCAG 2.5.8, exception "inline").
    const isInSentence = (each) => each.localName === "a" && getComputedStyle(each).display === "inline";
    const boxOf = (each) => (each.closest("label") ?? each).getBoundingClientRect();
    return [...document.querySelectorAll(wanted)]
        .filter((each) => isSeen(each) && !isInSentence(each) && each.type !== "hidden" && !each.closest("[inert]"))
        // A place's pin is as large as its drawing, and the list has a full-sized button for each (exception "equivalent").
        .filter((each) => !each.matches(".skip-link, .pin"))
        .map((each) => [each, boxOf(each)])
        .filter(([, {width, height}]) => width > 1 && height > 1 && (width < least - 0.5 || height < least - 0.5))
        .map(([each, {width, height}]) => `${Math.round(width)} by ${Math.round(height)}: ${each.outerHTML.slice(0, 160)}`);
}"""

_CUT_OFF = """() => [...document.querySelectorAll("body *")]
    .filter((each) => each.checkVisibility() && !each.closest(".visually-hidden, svg, [aria-hidden=true]"))
    .filter((each) => [...each.childNodes].some((part) => part.nodeType === 3 && part.data.trim() !== ""))
    .filter((each) => {
        const {overflowX, overflowY} = getComputedStyle(each);
        const hides = (axis) => axis === "hidden" || axis === "clip";
        return (hides(overflowX) && each.scrollWidth > each.clientWidth + 1)
            || (hides(overflowY) && each.scrollHeight > each.clientHeight + 1);
    })
    .map((each) => `cut off: ${each.outerHTML.slice(0, 160)}`)"""

_SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""
"""What a reader may set (WCAG 1.4.12)."""

_FOCUS = """() => {
    const each = document.activeElement;
    if (each === null || each === document.body) return null;
    const {left, top, right, bottom, width, height} = each.getBoundingClientRect();
    const [x, y] = [(Math.max(left, 0) + Math.min(right, innerWidth)) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
    const found = document.elementFromPoint(x, y);
    const label = each.closest("label");
    const isThere = found !== null && (each.contains(found) || found.contains(each) || (label?.contains(found) ?? false));
    // Our outline is transparent but where colours are forced; then shadows are gone, and it is seen.
    const hasRing = ({outlineStyle, outlineColor, boxShadow}) =>
        boxShadow !== "none" || (outlineStyle !== "none" && !/, 0\\)$/.test(outlineColor));
    // Within a date the browser marks the part that has the focus: its own drawing, which tells us nothing.
    const isMarked = each.type === "date" || [each, label].some((part) => part !== null && hasRing(getComputedStyle(part)));
    const name = each.outerHTML.slice(0, 160);
    if (width > 1 && height > 1 && !isThere) return `covered: ${name}`;
    return isMarked ? "" : `not marked: ${name}`;
}"""


def small_targets(page: Page) -> list[str]:
    """Return what is too small for a thumb."""
    found: list[str] = page.evaluate(_TARGETS, LEAST_TARGET)
    return found


def cut_off(page: Page) -> list[str]:
    """Return what hides a part of its own words."""
    found: list[str] = page.evaluate(_CUT_OFF)
    return found


def with_wide_spacing(page: Page) -> list[str]:
    """Return what loses words where a reader sets letters and lines further apart."""
    # Set as a sheet of the document's own: the page's policy lets no style element in.
    page.evaluate(
        """css => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(css);
            document.adoptedStyleSheets = [sheet];
        }""",
        _SPACING,
    )
    found = cut_off(page)
    page.evaluate("document.adoptedStyleSheets = []")
    return found


def with_letters_doubled(page: Page) -> list[str]:
    """Return what loses words where the letters are twice as large (WCAG 1.4.4)."""
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    found = cut_off(page)
    page.evaluate("document.documentElement.style.fontSize = ''")
    return found


def lost_focus(page: Page, tabs: int = MOST_TABS) -> list[str]:
    """Walk through a page by Tab; return what has the focus while nobody can see it (WCAG 2.4.7, 2.4.11)."""
    found: dict[str, None] = {}
    for _ in range(tabs):
        page.keyboard.press("Tab")
        fault: str | None = page.evaluate(_FOCUS)
        if fault is None:
            break
        if fault:
            found[fault] = None
    return list(found)


def moving_parts(page: Page) -> list[str]:
    """Return what would move although the device asks for less motion."""
    found: list[str] = page.evaluate(
        """() => document.getAnimations()
            .filter((each) => each.effect.getComputedTiming().duration > 10)
            .map((each) => each.effect.target?.outerHTML.slice(0, 160) ?? "")"""
    )
    return found
