"""Running programs, and building those of this repository and their peers."""

import os
import subprocess
import sys
import venv
from pathlib import Path


def output(*command: object) -> str:
    return subprocess.run([str(word) for word in command], check=True, stdout=subprocess.PIPE, text=True).stdout


def build_product(product: str, package: Path, scratch: Path) -> Path:
    """An executable, built for release."""
    build = ["swift", "build", "-c", "release", "--package-path", package, "--scratch-path", scratch]
    subprocess.run([*build, "--product", product], check=True, stdout=sys.stderr)
    return Path(output(*build, "--show-bin-path").strip()) / product


def build_go(source: Path, program: Path) -> Path:
    """With the SQLite driver that Debian packages, which uses the library of the system as the receiver does."""
    environment = {"GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOCACHE": str(program.parent / "go-cache")}
    build = ["go", "build", "-o", str(program), "."]
    subprocess.run(build, check=True, cwd=source, env=os.environ | environment)
    return program


def build_c(program: Path, *arguments: object) -> Path:
    output("cc", "-O2", "-o", program, *arguments)
    return program


def python_with(requirements: Path, folder: Path) -> Path:
    """The folder with the programs of a Python that has the packages which a file names."""
    venv.create(folder, with_pip=True)
    pip = [folder / "bin/python", "-m", "pip", "--quiet", "--disable-pip-version-check"]
    output(*pip, "install", "-r", requirements)
    return folder / "bin"
