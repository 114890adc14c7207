"""The colours of substances keep their distance for every kind of colour vision, on a light page and on a dark one."""

import itertools
import math

import pytest

from widgets.browser.colours import COLOURS, Theme
from widgets.figures import ion_palette
from widgets.figures.ion_palette import Ink

INKS = {name: ink for name, ink in vars(ion_palette).items() if isinstance(ink, Ink)}
THEMES: tuple[Theme, ...] = ("light", "dark")

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


@pytest.mark.parametrize("vision", SIMULATED_VISION)
@pytest.mark.parametrize("theme", THEMES)
def test_calcium_and_magnesium_are_far_apart(theme, vision):
    assert math.dist(*(lab(COLOURS[name][theme], vision) for name in ("calcium", "magnesium"))) > 40


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(INKS, 2)))
def test_two_inks_differ_in_colour_or_in_line(one, other, theme):
    lines = [in_theme(INKS[name].line, theme) for name in (one, other)]
    apart = min(math.dist(*(lab(line, vision) for line in lines)) for vision in SIMULATED_VISION)
    drawn = {(ink.dash, ink.width_px) for ink in (INKS[one], INKS[other])}
    assert apart > 10 or len(drawn) == 2


def in_theme(light: str, theme: Theme) -> str:
    return next(colour[theme] for colour in COLOURS.values() if colour["light"] == light)
