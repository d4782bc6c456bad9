"""The console without JavaScript."""

from storm.event import Event

from .browser import Browser
from .part import Part
from .site import Site


class Plain(Part):
    name = "without scripts"

    def __init__(self, browser: Browser, site: Site, event: Event) -> None:
        super().__init__(browser, site)
        self._event = event

    def _walk(self) -> str:
        self._site.close_shop()
        self._site.send(self._event)
        self._browser.disable_scripts(True)
        try:
            self._look_at_pages()
            self._replay()
        finally:
            self._browser.disable_scripts(False)
        return "; 1 replayed"

    def _look_at_pages(self) -> None:
        self._inspect("/", "/messages", "/live")
        self._expect("Reload the page for news")

    def _replay(self) -> None:
        self._browser.click("Dead letters")
        self._browser.click(self._event.id)
        self._browser.await_text("shop: dead")
        self._site.open_shop()
        self._browser.click("Replay for shop")
        self._browser.await_text("1 delivery was replayed.")
        self._browser.reload_until("shop: succeeded")
        self._browser.open(self._site.address + "/live")
        self._browser.await_text(self._event.id)
