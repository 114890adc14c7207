"""Every colour stands once, with a light and a dark value, and can be seen on what it stands on."""

import re

import pytest

from tests.figures.test_ion_palette import THEMES, contrast
from tests.pages.servers import CHECKOUT
from widgets.browser.colours import COLOURS

GROUNDS = ("ground", "paper", "card")
TEXTS = ("ink", "quiet-ink", "accent", "link", "alarm", "acid", *(name for name in COLOURS if name.endswith("-text")))
GRAPHICS = (
    *("calcium", "magnesium", "atp", "force", "nerve", "kept-run", "low-end", "near", "person-edge"),
    *("control-line", "switched-off"),
)
# What is read on a ground of its own.
ON = [("ink", "soft"), ("ink", "notice"), ("ink", "accent-soft"), ("quiet-ink", "soft"), ("accent", "accent-soft")]
ON += [
    ("on-accent", "accent"),
    ("on-accent", "accent-deep"),
    ("on-accent", "magnesium"),
    ("magnesium-text", "magnesium-tint"),
]
ON += [("map-unasked", "map-stops"), ("map-stops", "map-goes-on"), ("map-stops", "map-unasked")]
HEX = re.compile(r"#[0-9a-fA-F]{3,8}\b")
WIDGETS = CHECKOUT / "widgets"
SOURCES = [
    source
    for kind in ("css", "ts", "py", "j2", "html")
    for source in sorted(WIDGETS.rglob(f"*.{kind}"))
    if "bundles" not in source.parts
]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_can_be_read_on_every_ground(text, ground, theme):
    assert contrast(COLOURS[text][theme], COLOURS[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("graphic", GRAPHICS)
def test_a_line_stands_out_from_its_card(graphic, theme):
    assert contrast(COLOURS[graphic][theme], COLOURS["card"][theme]) >= 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), ON)
def test_text_can_be_read_on_a_ground_of_its_own(text, ground, theme):
    assert contrast(COLOURS[text][theme], COLOURS[ground][theme]) >= 4.5


def test_colours_that_look_alike_by_day_look_alike_by_night():
    # A figure has light values; its dark ones are found by them.
    by_night: dict[str, set[str]] = {}
    for colour in COLOURS.values():
        by_night.setdefault(colour["light"], set()).add(colour["dark"])
    assert {light: dark for light, dark in by_night.items() if len(dark) > 1} == {}


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_no_colour_stands_in_a_source_by_its_number(source):
    lines = source.read_text(encoding="utf-8").splitlines()
    # White paper, the black of a mask, and two values side by side: what the drawing alone has.
    stated = [line.strip() for line in lines if HEX.search(line) and not ALLOWED.search(line)]
    assert stated == []


ALLOWED = re.compile(r"var\(--by-day, #\w+\) var\(--by-night, #\w+\)|mask-image|#fff;|\"#\w{3}\"|href=\"#|#RRGGBB|&#")


def test_every_name_that_a_style_sheet_uses_is_a_colour_or_its_own():
    sheets = [source.read_text(encoding="utf-8") for source in SOURCES if source.suffix == ".css"]
    used = {name for sheet in sheets for name in re.findall(r"var\(--([\w-]+)\)", sheet)}
    stated = {name for sheet in sheets for name in re.findall(r"--([\w-]+):", sheet)}
    assert used - stated - set(COLOURS) - SET_BY_SCRIPTS == set()


SET_BY_SCRIPTS = {"x", "y", "most", "units-across", "units-down", "font-units", "scale"}
