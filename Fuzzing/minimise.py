#!/usr/bin/env python3
"""Replaces the corpus of a fuzz target by the fewest files that cover most, after a run: Fuzzing/minimise.py TARGET

libFuzzer tells which places in the code each file reaches. A place for each way in which each field can be wrong makes
thousands of files, so the corpus stops at a limit, the most telling per byte first. Inputs that once broke a promise
stay, under the name crash-… that libFuzzer gave them.
"""

import collections
import heapq
import math
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
# The most files; FuzzEvent reaches more than the others.
LIMIT = 150
LIMITS = {"FuzzEvent": 350}
# What a file costs besides its bytes.
FILE_COST = 200


def coverage(target: str, folders: list[Path]) -> dict[Path, int]:
    """The places that each file reaches, as bits."""
    with tempfile.TemporaryDirectory() as scratch:
        control = Path(scratch, "control")
        flags = ["-set_cover_merge=1", "-use_counters=0", "-use_cmp=0", f"-merge_control_file={control}"]
        subprocess.run([HERE / ".build/release" / target, *flags, scratch, *folders], check=True)
        return parse(control.read_text().splitlines())


def parse(lines: list[str]) -> dict[Path, int]:
    """Reads a merge control file: the number of files, the number of old ones, the files, what each reaches."""
    count = int(lines[0])
    files = [Path(line) for line in lines[2 : 2 + count]]
    words = (line.split() for line in lines[2 + count :] if line.startswith("FT "))
    bits: dict[str, int] = collections.defaultdict(lambda: 1 << len(bits))
    return {files[int(index)]: sum(bits[place] for place in places) for _, index, *places in words}


def choose(reached: dict[Path, int], limit: int) -> list[Path]:
    """The files that add most for their size, each seen after those before it."""
    chosen: list[Path] = []
    covered = 0
    # What a file adds only shrinks, so it is counted again when its turn comes.
    queue = [(-math.inf, path) for path in sorted(reached)]
    while queue and len(chosen) < limit:
        _, path = heapq.heappop(queue)
        worth = (reached[path] & ~covered).bit_count() / (path.stat().st_size + FILE_COST)
        if queue and -queue[0][0] > worth > 0:
            heapq.heappush(queue, (-worth, path))
        elif worth > 0:
            chosen.append(path)
            covered |= reached[path]
    return chosen


def main() -> None:
    target = sys.argv[1]
    limit = LIMITS.get(target, LIMIT)
    corpus, new = HERE / "Corpus" / target, HERE / ".build" / f"{target}-new"
    crashes = list(corpus.glob("crash-*"))
    documents = {path.name: path.read_bytes() for path in crashes + choose(coverage(target, [corpus, new]), limit)}
    for path in corpus.iterdir():
        path.unlink()
    for name, document in documents.items():
        (corpus / name).write_bytes(document)
    print(f"{len(documents)} files, {sum(map(len, documents.values()))} bytes")


if __name__ == "__main__":
    main()
