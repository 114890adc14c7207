"""The preset for a projector: reached with one key, kept by the browser, and left as it was."""

from playwright.sync_api import expect

SIZES = {(1920, 1080): 28, (1366, 768): 19, (1280, 720): 18}


def test_the_key_makes_the_picture_fill_the_screen_and_text_large_and_takes_it_back(open_voila_page):
    page = open_voila_page("contraction_cycle", 1920, 1080)
    drawing = page.locator(".sarcomere-drawing")
    before = drawing.bounding_box()
    page.keyboard.press("p")
    for (width, height), text_px in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function("document.documentElement.scrollWidth <= innerWidth")
        shown = drawing.bounding_box()
        assert shown["width"] > 0.55 * width
        assert shown["y"] + shown["height"] < height
        size = "parseFloat(getComputedStyle(n).fontSize) * n.currentCSSZoom"
        assert page.locator(".explainer").evaluate(f"(n) => {size}") >= text_px - 0.5
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.keyboard.press("p")
    expect(page.locator("html[data-projector]")).to_have_count(0)
    page.wait_for_function(
        f"Math.abs(document.querySelector('.sarcomere-drawing').getBoundingClientRect().width - {before['width']}) < 1"
    )


def test_the_settings_say_so_too_and_the_browser_keeps_it(open_voila_page):
    page = open_voila_page("intake_table")
    page.locator(".site-settings summary").click()
    page.get_by_label("For a projector (key P)").check()
    expect(page.locator("html[data-projector]")).to_have_count(1)
    page.reload()
    expect(page.locator("html[data-projector]")).to_have_count(1)
    page.wait_for_selector(".explainer[data-ready=true]", timeout=60_000)
    page.keyboard.press("p")
    expect(page.locator("html[data-projector]")).to_have_count(0)
    expect(page.locator("#projector")).not_to_be_checked()
