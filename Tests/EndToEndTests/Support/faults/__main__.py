"""Lets the disk fail under a receiver while Polar sends, and looks whether it refuses, keeps and recovers.

Run it as `python3 -m faults PROGRAM` in the folder that holds this package; it needs standardwebhooks. It prints a line
for each fault, and what is wrong, with status 1. A fault that this machine does not allow is skipped, with the reason.
"""

import argparse
import pathlib
import sys
import tempfile

from storm.receiver import Failure, Receiver

from .fault import Fault, Impossible, faults
from .trial import Trial


def attempt(fault: Fault, program: pathlib.Path, seed: int) -> list[str]:
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        folder = pathlib.Path(name)
        receiver = Receiver(program, folder)
        try:
            fault.prepare(receiver.database.parent)
            return Trial(fault, receiver, seed).run()
        except Impossible as reason:
            print(f"{fault.name}: skipped, {reason}")
            return []
        except Failure as failure:
            return [str(failure)]
        finally:
            receiver.dispose()
            fault.clean_up()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", metavar="PROGRAM", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    options = parser.parse_args()
    wrong = 0
    for fault in faults():
        for problem in attempt(fault, options.program, options.seed)[:20]:
            print(f"WRONG: {fault.name}: {problem}")
            wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
