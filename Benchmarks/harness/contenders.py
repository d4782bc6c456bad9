"""The receiver's server and its peers: how each is built, and how it is started for a tier."""

import dataclasses
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from harness.commands import build_c, build_go, build_product, python_with

BENCHMARKS = Path(__file__).resolve().parent.parent
PEERS = BENCHMARKS / "peers"
HTTP, VERIFIED = "http", "verified"

# The words that start a server, by its tier and its port.
Command = Callable[[str, int], list[object]]


@dataclasses.dataclass(frozen=True)
class Folders:
    """Where things are built: the package itself, and the peers."""

    package: Path
    scratch: Path


@dataclasses.dataclass(frozen=True)
class Contender:
    """A server that can be built."""

    name: str
    title: str
    build: Callable[[Folders], Command]
    tiers: tuple[str, ...] = (HTTP, VERIFIED)


@dataclasses.dataclass(frozen=True)
class Program:
    """A server that is built."""

    name: str
    title: str
    tiers: tuple[str, ...]
    command: Command

    @property
    def base_tier(self) -> str:
        """The tier that does least."""
        return self.tiers[0]


def find(program: str) -> str:
    """Debian has servers where only root's PATH leads."""
    found = shutil.which(program) or shutil.which(program, path="/usr/sbin:/usr/local/sbin")
    if not found:
        raise RuntimeError(f"There is no {program} on the PATH.")
    return found


def with_tier(*words: object) -> Command:
    return lambda tier, port: [*words, "--tier", tier, "--port", port]


def build_receiver(folders: Folders) -> Command:
    return with_tier(build_product("intake-server", BENCHMARKS.parent, folders.package))


def build_bare_c(folders: Folders) -> Command:
    find("cc")
    return with_tier(build_c(folders.scratch / "c-server", PEERS / "c-server.c", "-lcrypto", "-pthread"))


def swift_peer(product: str) -> Callable[[Folders], Command]:
    return lambda folders: with_tier(build_product(product, PEERS / "swift", folders.scratch / "swift-peers"))


def build_go_server(folders: Folders) -> Command:
    find("go")
    return with_tier(build_go(PEERS / "go-intake", folders.scratch / "go-intake"))


def find_node(folders: Folders) -> Command:
    return with_tier(find("node"), PEERS / "node-server.mjs")


def find_nginx(folders: Folders) -> Command:
    """nginx reads a configuration that has the port in it."""
    program, folder = find("nginx"), folders.scratch / "nginx"
    folder.mkdir(exist_ok=True)
    template = (PEERS / "nginx.conf").read_text()

    def command(tier: str, port: int) -> list[object]:
        values = {"PORT": port, "PROCESSORS": os.cpu_count(), "FOLDER": folder}
        configuration = re.sub("@(PORT|PROCESSORS|FOLDER)@", lambda match: str(values[match[1]]), template)
        (folder / "nginx.conf").write_text(configuration)
        return [program, "-e", folder / "error.log", "-p", folder, "-c", folder / "nginx.conf"]

    return command


def find_webhook(folders: Folders) -> Command:
    words = [find("webhook"), "-hooks", PEERS / "webhook.json", "-urlprefix", "webhooks", "-ip", "127.0.0.1"]
    return lambda tier, port: [*words, "-port", port]


def install_flask(folders: Folders) -> Command:
    programs = python_with(PEERS / "requirements-flask.txt", folders.scratch / "peers/flask")
    words = [programs / "gunicorn", "--chdir", PEERS, "--no-control-socket", "--graceful-timeout", 1]
    # A process for each processor; without threads gunicorn would keep no connection.
    words += ["--workers", os.cpu_count(), "--threads", 4, "--keep-alive", 75, "--worker-connections", 12_000]
    return lambda tier, port: [*words, "--backlog", 4096, "--bind", f"127.0.0.1:{port}", "flask_server:app"]


REFERENCE = Contender("receiver", "the receiver's server", build_receiver)

PEERS_OF_IT = [
    Contender("c", "C, an epoll loop per processor", build_bare_c),
    Contender("nio", "SwiftNIO 2.101.2", swift_peer("nio-server")),
    Contender("hummingbird", "Hummingbird 2.28.1", swift_peer("hummingbird-server")),
    Contender("flyingfox", "FlyingFox 0.27.1", swift_peer("flyingfox-server")),
    Contender("go", "Go, `net/http`", build_go_server),
    Contender("node", "Node, `http`, a process per processor", find_node),
    Contender("nginx", "nginx", find_nginx, (HTTP,)),
    Contender("webhook", "Debian's `webhook`", find_webhook, (HTTP,)),
    Contender("flask", "Flask, polar-sdk 1.0.2, gunicorn", install_flask, (VERIFIED,)),
]


def built(contender: Contender, folders: Folders) -> Program:
    return Program(contender.name, contender.title, contender.tiers, contender.build(folders))


def build_peers(names: list[str], folders: Folders) -> list[Program]:
    """All that can be built; a sentence about each of the others."""
    programs = []
    for contender in PEERS_OF_IT:
        if names and contender.name not in names:
            continue
        try:
            programs.append(built(contender, folders))
        except (RuntimeError, OSError, subprocess.CalledProcessError) as error:
            print(f"{contender.title} is left out: {error}", file=sys.stderr)
    return programs


def version(command: list[str], pattern: str) -> str | None:
    """What a program says of its version, if it is here."""
    try:
        program = find(command[0])
    except RuntimeError:
        return None
    run = subprocess.run([program, *command[1:]], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    found = re.search(pattern, run.stdout)
    return found[1] if found else None


def versions() -> str:
    """A sentence with the versions that the machine decides."""
    asked = {
        "OpenSSL": version(["openssl", "version"], r"OpenSSL (\S+)"),
        "Go": version(["go", "version"], r"go(\d\S+)"),
        "Node": version(["node", "--version"], r"v(\S+)"),
        "nginx": version(["nginx", "-v"], r"nginx/(\S+)"),
        "webhook": version(["webhook", "-version"], r"version (\S+)"),
    }
    return ", ".join(f"{name} {number}" for name, number in asked.items() if number) + "."
