"""A real proxy with connections to the receiver that it uses again for other clients."""

import dataclasses
import os
import pathlib
import socket
import subprocess

from storm.receiver import HOST, Failure, Receiver, await_true

NGINX = """
{user}
daemon off;
worker_processes 1;
pid nginx.pid;
error_log stderr;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    client_body_timeout 4s;
    client_header_timeout 4s;
    # An attacker waits for the end of its connection.
    keepalive_timeout 300ms;
    upstream receiver {{
        server {host}:{upstream};
        keepalive 1;
    }}
    server {{
        listen {host}:{port};
        location / {{
            proxy_pass http://receiver;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        }}
    }}
}}
"""

HAPROXY = """
global
    maxconn 100
    nbthread 1
defaults
    mode http
    timeout connect 5s
    timeout client 4s
    timeout server 30s
    timeout http-request 4s
    timeout http-keep-alive 300ms
    {forwarded}
    http-reuse always
frontend public
    bind {host}:{port}
    default_backend receiver
backend receiver
    server one {host}:{upstream} source 127.0.0.1 {header}
"""



@dataclasses.dataclass
class Kind:
    """How to start a proxy, and where it tells the receiver who the client is."""

    configuration: str
    command: list[str]
    client_field: str = "x-forwarded-for"
    facts: dict[str, str] = dataclasses.field(default_factory=dict)


def _haproxy(client_field: str, *, forwarded: str = "", header: str = "") -> Kind:
    return Kind(HAPROXY, ["haproxy", "-db", "-f"], client_field, {"forwarded": forwarded, "header": header})


PROXIES = {
    "nginx": Kind(NGINX, ["nginx", "-p", ".", "-e", "stderr", "-c"]),
    "haproxy": _haproxy("x-forwarded-for", forwarded="option forwardfor"),
    "haproxy-v1": _haproxy("proxy-protocol", header="send-proxy"),
    "haproxy-v2": _haproxy("proxy-protocol", header="send-proxy-v2"),
}

# Started by root, its workers would be somebody who may not write here.
_USER = "user root;" if os.geteuid() == 0 else ""


class Proxy:
    def __init__(self, kind: str, receiver: Receiver, folder: pathlib.Path) -> None:
        self.kind = kind
        self.port = _free_port()
        how = PROXIES[kind]
        file = folder / f"{kind}.conf"
        facts = {"user": _USER, "host": HOST, "port": self.port, "upstream": receiver.port, **how.facts}
        file.write_text(how.configuration.format(**facts))
        self._errors = folder / "errors"
        with open(self._errors, "wb") as errors:
            self._process = subprocess.Popen([*how.command, str(file)], cwd=folder, stdout=errors, stderr=errors)
        await_true(lambda: self._listens() or self._process.poll() is not None, f"{kind} listens")
        if self._process.poll() is not None:
            raise Failure(f"{kind} has ended by itself: {self._errors.read_text()[-500:]}")

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex((HOST, self.port)) == 0

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]
