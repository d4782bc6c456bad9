"""Puts nginx and HAProxy before a receiver, in several ways, and looks whether anything gets lost, changed or smuggled in between.

Run it as `python3 -m proxies PROGRAM` in the folder that holds this package; it needs standardwebhooks, nginx and
haproxy. It prints a line for each way, and what is wrong, with status 1.
"""

import argparse
import pathlib
import sys
import tempfile

from storm.receiver import Failure, Receiver

from .proxy import PROXIES, Proxy
from .trial import Trial


def attempt(kind: str, program: pathlib.Path) -> list[str]:
    with tempfile.TemporaryDirectory(prefix="proxies-") as name:
        folder = pathlib.Path(name)
        (folder / "receiver").mkdir()
        # The proxies connect from this address; the clients of the trial have others.
        settings = {"HTTP_TRUSTED_PROXIES": "127.0.0.1", "HTTP_CLIENT_FIELD": PROXIES[kind].client_field}
        receiver = Receiver(program, folder / "receiver", settings)
        receiver.start()
        proxy = Proxy(kind, receiver, folder)
        try:
            return Trial(proxy, receiver).run()
        except Failure as failure:
            return [str(failure)]
        finally:
            proxy.stop()
            receiver.dispose()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", metavar="PROGRAM", type=pathlib.Path)
    options = parser.parse_args()
    wrong = 0
    for kind in PROXIES:
        for problem in attempt(kind, options.program):
            print(f"WRONG: {kind}: {problem}")
            wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
