"""What an operator does in the console from the first dead letter to an empty list."""

from storm.event import Event
from storm.receiver import await_true

from .browser import PATIENCE, Browser
from .part import Part
from .pictures import Pictures
from .site import Site

PAGES = [
    "/", "/messages", "/messages?type=customer.*&state=dead", "/dead-letters", "/dead-letters?handler=shop",
    "/handlers", "/events", "/live",
]
DONE, DEAD = 3, 6


class Walk(Part):
    name = "walk"

    def __init__(self, browser: Browser, site: Site, events: list[Event], pictures: Pictures) -> None:
        super().__init__(browser, site)
        self._pictures = pictures
        self._done, self._dead = events[:DONE], events[DONE : DONE + DEAD]

    def _walk(self) -> str:
        self._prepare()
        self._look_at_pages()
        self._find_letter()
        self._replay_in_view()
        self._dismiss()
        self._replay_all()
        self._filter()
        self._open_body()
        return f"; {DEAD - 1} replayed, 1 of them in view, 1 dismissed"

    def _prepare(self) -> None:
        self._browser.open(self._site.make_link())
        self._browser.await_text("Sign out")
        self._site.send_unsigned(self._done[0])
        self._site.open_shop()
        self._site.send(*self._done)
        self._site.close_shop()
        self._site.send(*self._dead)

    def _look_at_pages(self) -> None:
        dead = self._path(self._dead[0])
        self._inspect(*PAGES, self._path(self._done[0]), dead, dead + "/body")
        self._inspect("/nothing", status=404)
        self._wrong += self._pictures.take({"message": dead})

    def _path(self, event: Event) -> str:
        """The page of a message: rows count from 1."""
        return f"/messages/{[*self._done, *self._dead].index(event) + 1}"

    # Steps

    def _find_letter(self) -> None:
        self._browser.open(self._site.address + "/")
        self._browser.await_text(f"Dead letters\n{DEAD}")
        self._browser.click("Dead letters")
        self._await_rows(DEAD)
        self._browser.click(self._dead[0].id)
        self._browser.await_text("shop: dead")
        self._expect("Attempt 1.", "Failed attempts", "(status 65): The shop is closed.")

    def _replay_in_view(self) -> None:
        """The success of a replay appears in another window by itself."""
        window, id = self._browser.window, self._dead[0].id
        live = self._browser.open_window(self._site.address + "/live")
        self._browser.await_text("Connected: new lines appear by themselves.")
        before = len(self._live_rows(id))
        self._browser.run("window.hasStayed = true")
        self._browser.show(window)
        self._site.open_shop()
        self._browser.click("Replay for shop")
        self._browser.await_text("1 delivery was replayed.")
        self._browser.reload_until("shop: succeeded")
        self._browser.show(live)
        await_true(lambda: "succeeded" in "".join(self._live_rows(id)[:-before]), "the success is seen live", PATIENCE)
        if self._browser.run("return window.hasStayed") is not True:
            self._wrong.append("the live page was loaded again")
        self._inspect_present_page()
        self._browser.close_window(window)

    def _live_rows(self, id: str) -> list[str]:
        script = "return [...document.querySelectorAll('#live-rows tr')].map(row => row.innerText)"
        return [row for row in self._browser.run(script) if id in row]

    def _dismiss(self) -> None:
        self._browser.click("Dead letters")
        self._await_rows(DEAD - 1)
        self._browser.one(f"input[aria-label='Choose {self._dead[1].id}']").click()
        self._browser.click("Dismiss the chosen")
        self._browser.await_text("1 delivery was dismissed.")
        self._await_rows(DEAD - 2)

    def _replay_all(self) -> None:
        self._browser.click(f"Replay all {DEAD - 2}")
        self._browser.await_text(f"{DEAD - 2} deliveries were replayed.")
        self._inspect_present_page()
        self._browser.reload_until("There are no dead letters.")
        self._inspect_present_page()

    def _filter(self) -> None:
        self._browser.click("Messages")
        self._await_rows(DONE + DEAD)
        self._browser.one("select[name=handler]").send_keys("shop")
        self._browser.one("select[name=state]").send_keys("dismissed")
        self._browser.one("input[name=type]").send_keys("*")
        self._browser.click("Show")
        self._await_rows(1)
        self._expect(self._dead[1].id, "shop: dismissed")
        self._browser.one("input[name=id]").send_keys("nobody")
        self._browser.click("Show")
        self._browser.await_text("No message is like that.")

    def _open_body(self) -> None:
        """Personal data is shown after a click, and not before."""
        self._browser.open(self._site.address + self._path(self._dead[1]))
        part = '"data": {'
        if part in self._browser.text:
            self._wrong.append("the page of a message shows its body")
        self._browser.click("Show the body")
        self._browser.await_text(part)
        self._browser.click("Back to the message")
        self._browser.await_text("shop: dismissed")

    def _await_rows(self, count: int) -> None:
        def are_there() -> bool:
            return len(self._browser.all("tbody tr")) == count

        await_true(are_there, f"{self._browser.address} lists {count} messages", PATIENCE)
