"""Chromium, as Debian packages it, without a window."""

import base64
import dataclasses
import json
import os
import pathlib
import shutil
import types

from selenium import webdriver
from selenium.common.exceptions import JavascriptException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from storm.receiver import Failure, await_true

from .traffic import Traffic

# How long a page may take to show what it should.
PATIENCE = 30
# Without its sandbox it runs as root too; it meets nothing but pages of this test.
_ARGUMENTS = ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-lcd-text"]


@dataclasses.dataclass(frozen=True)
class Look:
    """How a page is looked at."""

    name: str
    width: int
    height: int
    is_dark: bool = False
    is_phone: bool = False


WIDE = Look("wide, light", 1280, 800)
PHONE = Look("phone, light", 390, 844, is_phone=True)
LOOKS = [
    WIDE,
    dataclasses.replace(WIDE, name="wide, dark", is_dark=True),
    PHONE,
    # As narrow as a wide window at a zoom of 400 % (WCAG 2.2, 1.4.10).
    Look("small phone, dark", 320, 640, is_dark=True, is_phone=True),
]


class Browser:
    def __init__(self, folder: pathlib.Path) -> None:
        self._driver = webdriver.Chrome(_options(folder), _service(folder))
        self.look(WIDE)

    def __enter__(self) -> "Browser":
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: types.TracebackType | None) -> None:
        self._driver.quit()

    # Pages

    def open(self, address: str) -> None:
        self._driver.get(address)

    def reload(self) -> None:
        self._driver.refresh()

    @property
    def address(self) -> str:
        return self._driver.current_url

    @property
    def text(self) -> str:
        """What can be read on the page now."""
        return str(self.run("return document.body ? document.body.innerText : ''") or "")

    def await_text(self, text: str) -> None:
        await_true(lambda: text in self._text_or_nothing, f"{self.address} says '{text}'", PATIENCE)

    def reload_until(self, text: str) -> None:
        def is_there() -> bool:
            self.reload()
            return text in self._text_or_nothing

        await_true(is_there, f"{self.address} says '{text}' after a reload", PATIENCE)

    @property
    def _text_or_nothing(self) -> str:
        try:
            return self.text
        except JavascriptException:
            return ""  # between two pages

    # Doing

    def run(self, script: str, *arguments: object) -> object:
        return self._driver.execute_script(script, *arguments)

    def all(self, selector: str) -> list[WebElement]:
        return self._driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> WebElement:
        found = self.all(selector)
        if not found:
            raise Failure(f"{self.address} has no {selector}")
        return found[0]

    def click(self, text: str) -> None:
        """Clicks the first link or button that begins so."""
        path = f"//*[self::a or self::button][starts-with(normalize-space(), '{text}')]"
        found = self._driver.find_elements(By.XPATH, path)
        if not found:
            raise Failure(f"{self.address} has nothing to click that begins with '{text}'")
        found[0].click()

    def press_tab(self) -> None:
        self._driver.switch_to.active_element.send_keys(Keys.TAB)

    @property
    def cookies(self) -> list[dict[str, object]]:
        return self._driver.get_cookies()

    def forget_cookies(self) -> None:
        self._driver.delete_all_cookies()

    # Windows

    @property
    def window(self) -> str:
        return self._driver.current_window_handle

    def open_window(self, address: str) -> str:
        """Opens a page beside the present one, and stays there; the name of its window."""
        self._driver.switch_to.new_window("tab")
        self.look(WIDE)
        self.open(address)
        return self.window

    def show(self, window: str) -> None:
        self._driver.switch_to.window(window)

    def close_window(self, next: str) -> None:
        self._driver.close()
        self.show(next)

    # Conditions

    def look(self, look: Look) -> None:
        size = {"width": look.width, "height": look.height, "deviceScaleFactor": 1, "mobile": look.is_phone}
        self._command("Emulation.setDeviceMetricsOverride", size)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if look.is_dark else "light"}
        self._command("Emulation.setEmulatedMedia", {"features": [scheme]})

    def disable_scripts(self, value: bool) -> None:
        self._command("Emulation.setScriptExecutionDisabled", {"value": value})

    # Looking behind

    def tree(self) -> list[dict[str, object]]:
        """What the browser tells assistive technology of the page."""
        return self._command("Accessibility.getFullAXTree", {})["nodes"]

    def picture(self) -> bytes:
        self._command("Emulation.setScrollbarsHidden", {"hidden": True})
        return base64.b64decode(self._command("Page.captureScreenshot", {"format": "png"})["data"])

    def traffic(self) -> Traffic:
        """What has been requested and logged since the last time."""
        events = [json.loads(entry["message"])["message"] for entry in self._driver.get_log("performance")]
        return Traffic(events, self._driver.get_log("browser"))

    def _command(self, name: str, parameters: dict[str, object]) -> dict:
        return self._driver.execute_cdp_cmd(name, parameters)


def _options(folder: pathlib.Path) -> webdriver.ChromeOptions:
    options = webdriver.ChromeOptions()
    options.binary_location = _found("chromium")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    for argument in _ARGUMENTS:
        options.add_argument(argument)
    options.add_argument(f"--user-data-dir={folder / 'profile'}")
    return options


def _service(folder: pathlib.Path) -> Service:
    """The driver of the path: nothing is downloaded."""
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": str(folder)}
    return Service(_found("chromedriver"), env=environment, log_output=str(folder / "driver.log"))


def _found(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        raise Failure(f"there is no {name} on the path")
    return path
