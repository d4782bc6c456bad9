"""Bar charts as SVG, written by hand."""

from html import escape

LABEL_WIDTH, BAR_WIDTH, VALUE_WIDTH, BAR_HEIGHT, GAP, TOP = 300, 420, 110, 14, 12, 64
COLOURS = ["#4a78b5", "#e0a33a"]

STYLE = """
    text { font: 13px sans-serif; fill: #24292f; }
    .title { font-weight: bold; }
    .value { font-size: 12px; }
"""

# A label, and a value or nothing for each series.
Bars = list[tuple[str, list[float | None]]]


def rectangle(x: float, y: float, width: float, height: float, colour: str) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height}" fill="{colour}"/>'


def text(x: float, y: float, content: str, attributes: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" {attributes}>{escape(content)}</text>'


def bar(y: float, value: float, longest: float, colour: str) -> list[str]:
    """A bar with its value; one that is too long ends in a gap and a last piece."""
    width = min(value, longest) / longest * BAR_WIDTH
    parts = [rectangle(LABEL_WIDTH, y, width, BAR_HEIGHT, colour)]
    if value > longest:
        parts.append(rectangle(LABEL_WIDTH + width - 14, y, 5, BAR_HEIGHT, "#ffffff"))
    shown = f"{value:,.1f}" if value < 100 else f"{value:,.0f}"
    return [*parts, text(LABEL_WIDTH + width + 6, y + BAR_HEIGHT - 2, shown, 'class="value"')]


def legend(series: list[str]) -> list[str]:
    places = [LABEL_WIDTH + index * 180 for index in range(len(series))]
    boxes = [rectangle(x, 36, 12, 12, colour) for x, colour in zip(places, COLOURS)]
    return boxes + [text(x + 18, 47, name) for x, name in zip(places, series)]


def row(y: float, label: str, values: list[float | None], longest: float) -> list[str]:
    middle = y + len(values) * BAR_HEIGHT / 2 + 4
    parts = [text(LABEL_WIDTH - 10, middle, label, 'text-anchor="end"')]
    for index, (value, colour) in enumerate(zip(values, COLOURS)):
        if value is not None:
            parts += bar(y + index * BAR_HEIGHT, value, longest, colour)
    return parts


def bar_chart(title: str, series: list[str], bars: Bars, longest: float) -> str:
    """A group of horizontal bars for each label; bars longer than the longest are cut."""
    pitch = len(series) * BAR_HEIGHT + GAP
    width, height = LABEL_WIDTH + BAR_WIDTH + VALUE_WIDTH, TOP + len(bars) * pitch
    parts = [rectangle(0, 0, width, height, "#ffffff"), text(10, 22, title, 'class="title"'), *legend(series)]
    for index, (label, values) in enumerate(bars):
        parts += row(TOP + index * pitch, label, values, longest)
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    body = "\n".join([f"<style>{STYLE}</style>", *parts])
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>\n{body}\n</svg>\n'
