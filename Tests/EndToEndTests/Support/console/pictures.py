"""Pictures of pages for the documentation."""

import pathlib

from .browser import PHONE, WIDE, Browser, Look
from .site import Site

_MOST_BYTES = 120_000
_LOOKS = {"": Look("documentation", 1280, 560), "-phone": PHONE}
_PAGES = {"overview": "/", "dead-letters": "/dead-letters", "live": "/live"}


class Pictures:
    def __init__(self, browser: Browser, site: Site, folder: pathlib.Path | None) -> None:
        self._browser, self._site, self._folder = browser, site, folder

    def take(self, more: dict[str, str]) -> list[str]:
        """Writes a picture of each page in two widths, where a folder is given; what is wrong with them."""
        if self._folder is None:
            return []
        self._folder.mkdir(parents=True, exist_ok=True)
        wrong = []
        for name, path in {**_PAGES, **more}.items():
            self._browser.open(self._site.address + path)
            for suffix, look in _LOOKS.items():
                self._browser.look(look)
                wrong += self._write(self._folder / f"{name}{suffix}.png")
        self._browser.look(WIDE)
        print(f"pictures: {2 * len(_PAGES | more)} in {self._folder}")
        return wrong

    def _write(self, file: pathlib.Path) -> list[str]:
        picture = self._browser.picture()
        file.write_bytes(picture)
        return [f"{file.name} has {len(picture):,} bytes"] if len(picture) > _MOST_BYTES else []
