"""Every figure of every page as a picture without a browser: whole, readable, and true."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
from ipywidgets.widgets.widget import _instances

import widgets
from widgets.cells.pages import PAGES
from widgets.explorers.parts.figure_panel import FigurePanel
from widgets.figures.contraction_traces import draw_contraction_traces
from widgets.pictures.figure_axes import Axis
from widgets.pictures.figure_picture import WIDTH_PX, figure_as_svg
from widgets.pictures.svg_elements import text_width

SVG = "{http://www.w3.org/2000/svg}"


def panels() -> Iterator[FigurePanel]:
    for page in PAGES:
        known = set(_instances)
        held = widgets.open_page(page)
        yield from (
            widget
            for key, widget in list(_instances.items())
            if key not in known and isinstance(widget, FigurePanel) and not widget.waiting
        )
        del held


@pytest.fixture(scope="module")
def pictures() -> dict[str, tuple[FigurePanel, ET.Element]]:
    swept = widgets.sweep(impulse_rate_Hz=[5, 50], free_magnesium_mM=[0.3, 1])
    swept._repr_mimebundle_()
    found = {panel.file_name: panel for panel in (*panels(), swept._panel)}
    return {name: (panel, ET.fromstring(panel.plain_output().svg)) for name, panel in found.items()}


def test_there_are_pictures_of_all_pages_with_figures(pictures):
    assert {"contraction", "cramp_map", "beside_a_healthy_fibre", "magnesium_intake", "sweep"} <= pictures.keys()


def test_every_line_is_drawn_with_its_name(pictures):
    for panel, picture in pictures.values():
        groups = picture.findall(f"{SVG}g[@class='line']")
        assert len(groups) == len(panel.lines)
        for line, group in zip(panel.lines, groups, strict=True):
            has_points = len(getattr(panel, line["x"])) > 0 and line["type"] != "contour"
            assert not has_points or len(group), (panel.file_name, line.get("name"))


def test_every_annotation_is_there(pictures):
    for panel, picture in pictures.values():
        said = "".join("".join(text.itertext()) for text in picture.iter(f"{SVG}text"))
        for note in panel.figure_layout["annotations"]:
            words = "".join(ET.fromstring(f"<a>{note['text'].replace('<br>', '')}</a>").itertext())
            assert words in said


def test_no_text_leaves_the_picture(pictures):
    for name, (_, picture) in pictures.items():
        height = float(picture.get("height"))
        for text in picture.iter(f"{SVG}text"):
            if text.get("transform"):
                continue
            wide = max(text_width("".join(span.itertext()), float(text.get("font-size"))) for span in text)
            start = (
                float(text.get("x")) - {"start": 0, "middle": 0.5, "end": 1}[text.get("text-anchor", "start")] * wide
            )
            assert start >= -1, (name, "".join(text.itertext()))
            assert start + wide <= WIDTH_PX + 1, (name, "".join(text.itertext()))
            assert 0 < float(text.get("y")) <= height, (name, "".join(text.itertext()))


def test_a_picture_says_what_it_shows(pictures):
    for panel, picture in pictures.values():
        assert picture.findtext(f"{SVG}title") == panel.finding
        assert picture.findtext(f"{SVG}desc") == panel.description


def test_a_peak_stays_where_it_is_though_points_are_left_out():
    run = widgets.simulate(impulse_rate_Hz=1, recording_length_ms=20_000)
    picture = ET.fromstring(figure_as_svg(draw_contraction_traces(run)))
    layout = draw_contraction_traces(run)["layout"]
    path = next(p for p in picture.iter(f"{SVG}path") if p.get("stroke") == "#1A1A1A").get("d")
    places = [float(point.split()[1]) for point in path[1:].replace("M", "L").split("L")]
    top = layout["yaxis4"]["range"][1]
    share = run.measures["peak_force_percent"] / top
    low, high = max(places), min(places)
    rest = min(run.traces["force_percent"]) / top
    height = 520 - 44 - 44
    drawn = (low - high) / (height * (layout["yaxis4"]["domain"][1] - layout["yaxis4"]["domain"][0]))
    assert drawn == pytest.approx(share - rest, abs=0.01)


@pytest.mark.parametrize(
    ("settings", "ends", "texts"),
    [
        ({"nticks": 4}, (0.0, 100.0), ["0", "50", "100"]),
        ({"dtick": 20}, (0.0, 50.0), ["0", "20", "40"]),
        ({"type": "log"}, (-1.0, 2.0), ["0.1", "1", "10", "100"]),
        ({"tickvals": [1, 2], "ticktext": ["one", "two"]}, (0.0, 3.0), ["one", "two"]),
        ({"nticks": 4}, (3.0, -0.5), ["0", "1", "2", "3"]),
    ],
)
def test_an_axis_has_round_ticks(settings, ends, texts):
    assert [text for _, text in Axis(settings, ends, (0.0, 300.0)).ticks()] == texts
