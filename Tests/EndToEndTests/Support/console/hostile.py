"""Messages whose texts attack the page that shows them."""

import json
import urllib.parse

from storm.event import Event

from .part import Part

MARK = "<script>window.hacked=1;alert(1)</script>"
# Ends of elements, attributes, tables and templates; quotation marks that an accent makes another character, what
# steers terminals and turns the direction of text, and a word that nothing can break.
TEXT = (
    MARK + "<img src=x onerror=alert(2)><svg/onload=alert(3)>\"\u0301 autofocus onfocus=\"alert(4)\"\u0308'\u0301 "
    "onmouseover='alert(5) </textarea></pre></td></table></main><base href=//hacked.example>{{{main}}}{{#types}}"
    "&lt;script&gt;&#60;script&#62;\x1b[31m\x1b]0;title\x07\u202e\u2066\x00" + "W" * 200
)
# What the pages show of it.
SHOWN = [MARK, "\"\u0301 autofocus", "&lt;script&gt;&#60;script&#62;", "{{{main}}}{{#types}}", "</td></table></main>"]
# Visible ASCII without a dot, the only characters that an id has.
ID = MARK.replace(".", "") + "<img/src=x/onerror=alert(6)>\"'" + "i" * 60


class Hostile(Part):
    name = "hostile texts"

    def _walk(self) -> str:
        self._site.close_shop()
        self._site.set_error(TEXT.replace("\x00", ""))
        self._send()
        for path in self._paths():
            self._inspect(path)
            self._expect_harmless()
        for path in (self._first, self._first + "/body"):
            self._browser.open(self._site.address + path)
            self._expect(*SHOWN)
        self._browser.open(self._site.address + self._first)
        self._expect(ID, "(status 65): " + MARK)
        self._follow_links()
        return ""

    def _send(self) -> None:
        """One text everywhere in an event, one where an event that is known can have it, and one that is no JSON."""
        data = {"id": TEXT, "customer_id": TEXT, "name": TEXT, TEXT: TEXT}
        body = {"type": TEXT, "timestamp": TEXT, "api_version": TEXT, "data": data, TEXT: TEXT}
        known = {"type": "order.paid", "timestamp": "2026-11-25T09:00:00Z", "data": {"id": "1", "customer_id": TEXT}}
        count = len(self._site.receiver.messages())
        self._messages = [f"/messages/{count + number}" for number in (1, 2, 3)]
        self._first = self._messages[0]
        self._site.send(
            Event(ID, json.dumps(body, ensure_ascii=False).encode()),
            Event(ID + "2", json.dumps(known).encode()),
            Event(ID + "3", TEXT.encode()),
        )

    def _paths(self) -> list[str]:
        text = urllib.parse.quote(TEXT, safe="")
        return [
            "/", "/messages", "/dead-letters", "/events", "/live",
            *self._messages, *[f"{path}/body" for path in self._messages],
            f"/messages?type={text}&subject={text}&id={text}&handler={text}",
            f"/dead-letters?handler={text}&done={text}&count={text}",
            f"{self._first}?done={text}&count={text}",
        ]

    def _expect_harmless(self) -> None:
        script = "return [typeof window.hacked, document.querySelectorAll('main').length, document.dir]"
        state = self._browser.run(script)
        if state != ["undefined", 1, ""]:
            self._wrong.append(f"{self._browser.address[:100]} is taken over: {state}")

    def _follow_links(self) -> None:
        """What is in a link comes out as what it was."""
        for page, link, id in (
            (self._messages[1], "/messages?subject=", ID + "2"),
            ("/events", "/messages?type=%3C", ID),
        ):
            self._browser.open(self._site.address + page)
            self._browser.one(f"a[href^='{link}']").click()
            self._browser.await_text(id)
            self._expect_harmless()
