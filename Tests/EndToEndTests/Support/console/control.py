"""The checks themselves: they must find each fault of a page that has all of them."""

import pathlib

from .browser import Browser
from .inspection import Inspection

_PAGE = pathlib.Path(__file__).parent / "checks/faulty.html"
RULES = {
    "lang", "title", "id", "reference", "scope", "order", "zoom", "inline", "foreign", "scrolling", "contrast", "width",
    "viewport", "size", "focus", "keyboard", "name", "headings", "hierarchy", "landmark", "navigation", "table",
    "header", "log",
}


def control(browser: Browser) -> list[str]:
    found = {problem.split(": ")[1] for problem in Inspection(browser).page(_PAGE.as_uri())}
    print(f"checks: {len(RULES & found)} of {len(RULES)} rules find their fault")
    return [f"the rule '{rule}' finds nothing" for rule in sorted(RULES - found)]
