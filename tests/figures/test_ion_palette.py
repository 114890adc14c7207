"""The colours keep their distance for every kind of colour vision, and their contrast on the page."""

import itertools
import math
import re
from pathlib import Path

import pytest

from widgets import browser
from widgets.figures import ion_palette
from widgets.figures.ion_palette import Ink

INKS = {name: ink for name, ink in vars(ion_palette).items() if isinstance(ink, Ink)}
CALCIUM_AND_MAGNESIUM = (ion_palette.CALCIUM.line, ion_palette.MAGNESIUM.line)

# Machado, Oliveira and Fernandes 2009, severity 1.0, linear RGB (doi 10.1109/TVCG.2009.113).
SIMULATED_VISION = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}


def linear_rgb(color: str) -> list[float]:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(color: str) -> float:
    red, green, blue = linear_rgb(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(color: str, ground: str) -> float:
    light, dark = sorted((luminance(color), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(color: str, vision: str) -> list[float]:
    rgb = [
        min(max(sum(m * c for m, c in zip(row, linear_rgb(color), strict=True)), 0), 1)
        for row in SIMULATED_VISION[vision]
    ]
    to_xyz = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = [sum(m * c for m, c in zip(row, rgb, strict=True)) for row in to_xyz]
    f = [v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (xyz[0] / 0.9505, xyz[1], xyz[2] / 1.089)]
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]


@pytest.mark.parametrize("name", INKS)
def test_a_line_stands_out_from_the_page(name):
    assert contrast(INKS[name].line, "#FFFFFF") >= 3


@pytest.mark.parametrize("name", INKS)
def test_text_of_a_substance_can_be_read(name):
    assert contrast(INKS[name].text, "#FFFFFF") >= 4.5


@pytest.mark.parametrize("vision", SIMULATED_VISION)
def test_calcium_and_magnesium_are_far_apart(vision):
    assert math.dist(*(lab(color, vision) for color in CALCIUM_AND_MAGNESIUM)) > 40


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(INKS, 2)))
def test_two_inks_differ_in_colour_or_in_line(one, other):
    apart = min(math.dist(lab(INKS[one].line, v), lab(INKS[other].line, v)) for v in SIMULATED_VISION)
    lines = {(ink.dash, ink.width_px) for ink in (INKS[one], INKS[other])}
    assert apart > 10 or len(lines) == 2


def test_the_style_sheets_have_the_same_colours():
    text = (Path(browser.__file__).parent / "_palette.css").read_text(encoding="utf-8")
    stated = dict(re.findall(r"--([\w-]+): (#\w+);", text))
    # Calcium in its store is calcium with another dash.
    inks = {name.lower().replace("_", "-"): ink for name, ink in INKS.items() if name != "CALCIUM_IN_STORE"}
    lines = {name: ink.line.lower() for name, ink in inks.items()}
    assert stated == lines | {f"{name}-text": ink.text.lower() for name, ink in inks.items()}


def test_no_other_style_sheet_states_the_colour_of_an_ion():
    widgets = Path(browser.__file__).parents[1]
    sheets = [sheet for sheet in widgets.rglob("*.css") if "bundles" not in sheet.parts]
    colours = {colour.lower() for colour in CALCIUM_AND_MAGNESIUM}
    stated = {sheet.name: found for sheet in sheets if (found := colours & colours_in(sheet))}
    assert stated.pop("_palette.css") == colours
    assert stated == {}


def colours_in(sheet: Path) -> set[str]:
    return set(re.findall(r"#[0-9a-f]{6}\b", sheet.read_text(encoding="utf-8").lower()))
