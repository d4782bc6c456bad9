"""Lets a real Prometheus read the metrics of a receiver, with the rules that come with it.

Run it as `python3 -m scrape PROGRAM` in the folder that holds this package; it needs standardwebhooks, PyYAML and
Debian's prometheus. It prints a line for each part, and what is wrong, with status 1.
"""

import argparse
import pathlib
import sys
import tempfile

from storm.receiver import Failure, Receiver

from .page import Page
from .prometheus import Prometheus

TOKEN = "a token that only tests have"
ROOT = pathlib.Path(__file__).resolve().parents[4]


def attempt(program: pathlib.Path, folder: pathlib.Path) -> list[str]:
    # Where others reach it, the metrics need the token too.
    receiver = Receiver(program, folder, {"ADMIN_HOST": "0.0.0.0", "ADMIN_TOKEN": TOKEN})
    receiver.start()
    try:
        page = Page(receiver.admin_port, TOKEN)
        wrong = page.check(ROOT / "Tests/Deployment/metrics.txt")
        print(f"page: {len(page.families)} metrics")
        with Prometheus(folder, receiver.admin_port, TOKEN, ROOT / "deploy/prometheus") as prometheus:
            series, alerts = prometheus.await_scrape()
            print(f"prometheus: {series} series, {alerts} rules")
        receiver.stop()
        return wrong
    finally:
        receiver.dispose()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", metavar="PROGRAM", type=pathlib.Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="scrape-") as name:
        try:
            wrong = attempt(options.program, pathlib.Path(name))
        except Failure as failure:
            wrong = [str(failure)]
    for problem in wrong:
        print(f"WRONG: {problem}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
