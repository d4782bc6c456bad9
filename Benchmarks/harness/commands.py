"""Running programs, and building those of this repository."""

import subprocess
import sys
from pathlib import Path


def output(*command: object) -> str:
    return subprocess.run([str(word) for word in command], check=True, stdout=subprocess.PIPE, text=True).stdout


def build_product(product: str, package: Path, scratch: Path) -> Path:
    """An executable, built for release."""
    build = ["swift", "build", "-c", "release", "--package-path", package, "--scratch-path", scratch]
    subprocess.run([*build, "--product", product], check=True, stdout=sys.stderr)
    return Path(output(*build, "--show-bin-path").strip()) / product
