"""The checks that every page must pass, in every look."""

import collections
import pathlib

from .browser import LOOKS, WIDE, Browser, Look
from .tree import Tree

_FOLDER = pathlib.Path(__file__).parent / "checks"
# The console links to no more than some dozens of places on a page.
_MOST_TABS = 500


def _function(name: str) -> str:
    text = (_FOLDER / f"{name}.js").read_text()
    # A function needs its first token behind `return`.
    return "return (" + text[text.index("\n") + 1 :].strip() + ")(...arguments)"


_STRUCTURE, _CONTRAST, _LAYOUT, _FOCUS, _FOCUSABLE = (
    _function(name) for name in ("structure", "contrast", "layout", "focus", "focusable")
)


class Inspection:
    """Looks at pages, and counts at what."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self.counts: collections.Counter[str] = collections.Counter()

    def __str__(self) -> str:
        return ", ".join(f"{count:,} {what}" for what, count in self.counts.items())

    def page(self, address: str, status: int = 200) -> list[str]:
        """Opens a page and looks at it; what is wrong with it."""
        self._browser.open(address)
        return self.present_page(status)

    def present_page(self, status: int = 200) -> list[str]:
        name = self._browser.address.split("/", 3)[-1][:60]
        origin = "/".join(self._browser.address.split("/")[:3])
        self.counts["pages"] += 1
        wrong = [*self._keyboard(), *self._looks()]
        allowed = [] if status == 200 else [status]
        return [f"/{name}: {problem}" for problem in wrong + self._browser.traffic().problems(origin, allowed)]

    def _looks(self) -> list[str]:
        """The problems in every look, each with those looks that have it."""
        found: dict[str, list[str]] = {}
        for look in LOOKS:
            for problem in dict.fromkeys(self._look(look)):
                found.setdefault(problem, []).append(look.name)
        self._browser.look(WIDE)
        return [f"{problem} ({'; '.join(names)})" for problem, names in found.items()]

    def _look(self, look: Look) -> list[str]:
        self._browser.look(look)
        structure = self._browser.run(_STRUCTURE)
        contrast = self._browser.run(_CONTRAST)
        layout = self._browser.run(_LAYOUT, look.width)
        self.counts["contrasts"] += contrast["count"]
        self.counts["controls"] += layout["count"]
        return [*structure, *contrast["problems"], *layout["problems"], *Tree(self._browser.tree()).problems()]

    def _keyboard(self) -> list[str]:
        """Goes through the page with the Tab key until it comes to a place for the second time."""
        seen: dict[int, str] = {}
        wrong = []
        for _ in range(_MOST_TABS):
            self._browser.press_tab()
            focus = self._browser.run(_FOCUS)
            if focus is None:
                continue  # from the end to the beginning
            if focus["place"] in seen:
                break
            seen[focus["place"]] = focus["what"]
            wrong += [] if focus["isSeen"] else [f"focus: it cannot be seen at {focus['what']}"]
        self.counts["tabs"] += len(seen)
        missed = set(self._browser.run(_FOCUSABLE)) - set(seen)
        return wrong + ([f"keyboard: {len(missed)} controls are not reached"] if missed else [])
