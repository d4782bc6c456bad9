"""Walks through the console of a receiver with Chromium, as an operator does, and looks whether every page is sound.

Run it as `python3 -m console PROGRAM` in the folder that holds this package; it needs selenium, standardwebhooks, and
Debian's chromium and chromium-driver. It prints a line for each part, and what is wrong, with status 1.
"""

import argparse
import pathlib
import sys
import tempfile

from selenium.common.exceptions import WebDriverException
from storm.event import make_events
from storm.receiver import Failure

from .access import TOKEN, Access
from .browser import Browser
from .control import control
from .hostile import Hostile
from .pictures import Pictures
from .plain import Plain
from .site import Site
from .walk import Walk


def attempt(program: pathlib.Path, folder: pathlib.Path, screenshots: pathlib.Path | None) -> list[str]:
    events = make_events(20, 1)
    open_site = Site(program, folder / "open")
    closed_site = Site(program, folder / "closed", {"ADMIN_TOKEN": TOKEN})
    try:
        with Browser(folder) as browser:
            wrong = control(browser)
            parts = [
                Walk(browser, open_site, events, Pictures(browser, open_site, screenshots)),
                Plain(browser, open_site, events[-1]),
                Hostile(browser, open_site),
                Access(browser, closed_site, events[0]),
            ]
            return wrong + [problem for part in parts for problem in part.run()]
    finally:
        open_site.dispose()
        closed_site.dispose()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", metavar="PROGRAM", type=pathlib.Path)
    parser.add_argument("--screenshots", type=pathlib.Path, metavar="FOLDER", help="write pictures of the pages there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="console-") as name:
        try:
            wrong = attempt(options.program, pathlib.Path(name), options.screenshots)
        except (Failure, WebDriverException) as failure:
            wrong = [str(failure).splitlines()[0]]
    for problem in wrong:
        print("WRONG:", " ".join(problem.split()))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
