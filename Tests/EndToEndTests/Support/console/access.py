"""A console that asks for a token."""

import urllib.parse

from storm.event import Event
from storm.receiver import await_true

from .browser import PATIENCE, Browser
from .part import Part
from .site import Site

TOKEN = "a token that only tests have"
_COOKIE = {"httpOnly": True, "sameSite": "Strict", "path": "/"}


class Access(Part):
    name = "token"

    def __init__(self, browser: Browser, site: Site, event: Event) -> None:
        super().__init__(browser, site)
        self._event = event

    def _walk(self) -> str:
        self._site.send(self._event)
        # A browser sends the cookie of one console to the other, which has the same host.
        self._browser.forget_cookies()
        for path in ("/", "/messages/1/body", "/live"):
            self._expect_sign_in(path)
        self._inspect_present_page()
        self._try_wrong_token()
        self._sign_in()
        self._replay()
        self._sign_out()
        return "; signed in and out"

    def _expect_sign_in(self, path: str) -> None:
        self._browser.open(self._site.address + path)
        if self._path != "/sign-in":
            self._wrong.append(f"{path} leads to {self._path} without a token")

    @property
    def _path(self) -> str:
        return urllib.parse.urlsplit(self._browser.address).path

    def _submit(self, token: str) -> None:
        self._browser.one("input[name=token]").send_keys(token)
        self._browser.click("Sign in")

    def _try_wrong_token(self) -> None:
        self._submit("some other text")
        self._browser.await_text("This is not the token.")
        self._inspect_present_page(status=403)
        if self._browser.cookies:
            self._wrong.append("a wrong token gets a cookie")

    def _sign_in(self) -> None:
        self._submit(TOKEN)
        self._browser.await_text("Overview")
        self._inspect_present_page()
        cookies = [{name: cookie[name] for name in _COOKIE} for cookie in self._browser.cookies]
        if cookies != [_COOKIE]:
            self._wrong.append(f"the cookies are {cookies}")

    def _replay(self) -> None:
        self._site.open_shop()
        self._browser.open(self._site.address + "/messages/1")
        self._browser.click("Replay for shop")
        self._browser.await_text("1 delivery was replayed.")
        self._browser.reload_until("shop: succeeded")

    def _sign_out(self) -> None:
        self._browser.click("Sign out")
        await_true(lambda: self._path == "/sign-in", "signing out leads to the sign-in page", PATIENCE)
        self._expect_sign_in("/messages/1")
        if self._browser.cookies:
            self._wrong.append("the cookie is there after signing out")
