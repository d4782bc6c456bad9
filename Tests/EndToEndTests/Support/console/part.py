"""A part of the trial, with what it finds wrong."""

import abc

from selenium.common.exceptions import WebDriverException
from storm.receiver import Failure

from .browser import Browser
from .inspection import Inspection
from .site import Site


class Part(abc.ABC):
    name: str

    def __init__(self, browser: Browser, site: Site) -> None:
        self._browser, self._site = browser, site
        self._inspection = Inspection(browser)
        self._wrong: list[str] = []

    def run(self) -> list[str]:
        """Prints what was done; what is wrong."""
        try:
            done = self._walk()
            self._wrong += self._browser.traffic().problems(self._site.address)
            print(f"{self.name}: {self._inspection}{done}, {len(self._wrong)} problems")
        except (Failure, WebDriverException) as failure:
            self._wrong.append(str(failure).splitlines()[0])
        return [f"{self.name}: {problem}" for problem in self._wrong]

    @abc.abstractmethod
    def _walk(self) -> str:
        """Does it; what has been done."""

    def _inspect(self, *paths: str, status: int = 200) -> None:
        for path in paths:
            self._wrong += self._inspection.page(self._site.address + path, status)

    def _inspect_present_page(self, status: int = 200) -> None:
        self._wrong += self._inspection.present_page(status)

    def _expect(self, *texts: str) -> None:
        page = self._browser.text
        self._wrong += [f"{self._browser.address[:100]} does not say '{text}'" for text in texts if text not in page]
