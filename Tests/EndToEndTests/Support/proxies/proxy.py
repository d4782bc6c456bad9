"""A real proxy with connections to the receiver that it uses again for other clients."""

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
    option forwardfor
    http-reuse always
frontend public
    bind {host}:{port}
    default_backend receiver
backend receiver
    server one {host}:{upstream} source 127.0.0.1
"""

# For each the configuration, and the command that takes its file.
PROXIES = {
    "nginx": (NGINX, ["nginx", "-p", ".", "-e", "stderr", "-c"]),
    "haproxy": (HAPROXY, ["haproxy", "-db", "-f"]),
}

# Started by root, its workers would be somebody who may not write here.
_USER = "user root;" if os.geteuid() == 0 else ""


class Proxy:
    def __init__(self, kind: str, receiver: Receiver, folder: pathlib.Path) -> None:
        self.kind = kind
        self.port = _free_port()
        text, command = PROXIES[kind]
        file = folder / f"{kind}.conf"
        file.write_text(text.format(user=_USER, host=HOST, port=self.port, upstream=receiver.port))
        self._errors = folder / "errors"
        with open(self._errors, "wb") as errors:
            self._process = subprocess.Popen([*command, str(file)], cwd=folder, stdout=errors, stderr=errors)
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
