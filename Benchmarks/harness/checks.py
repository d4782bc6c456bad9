"""Asks a server whether it does the work that is measured."""

import http.client
import select
import socket
import time
import uuid

from harness.messages import request_head, signed_headers
from harness.servers import Server

STALE_SECONDS = 400
# For so long nobody answers a request that lacks its last byte.
PAUSE_SECONDS = 0.2
START_SECONDS = 60


def signed_request(body: bytes, **signing: object) -> bytes:
    webhook_id = str(uuid.uuid4())
    return request_head(webhook_id, signed_headers(webhook_id, body, **signing), body) + body


def read_status(connection: socket.socket) -> int:
    """The status of the next answer, which is read to its end."""
    response = http.client.HTTPResponse(connection)
    response.begin()
    response.read()
    return response.status


def status_of(port: int, request: bytes) -> int:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(request)
        return read_status(connection)


def wait_for_answer(server: Server, body: bytes) -> float:
    """Seconds from the start of a server to its first 202, tried again as long as it does not listen."""
    request = signed_request(body)
    while time.monotonic() < server.started + START_SECONDS:
        try:
            if status_of(server.port, request) != 202:
                raise RuntimeError("It does not accept a signed message.")
            return time.monotonic() - server.started
        except OSError:
            server.check_running()
            time.sleep(0.0005)
    raise RuntimeError("It does not answer.")


def check_reading(port: int, body: bytes) -> None:
    """An answer has to wait for the last byte of the body, and the next request begins after it."""
    request = signed_request(body)
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(request[:-1])
        if select.select([connection], [], [], PAUSE_SECONDS)[0]:
            raise RuntimeError("It answers before it has read the body.")
        connection.sendall(request[-1:])
        first = read_status(connection)
        connection.sendall(signed_request(body))
        if [first, read_status(connection)] != [202, 202]:
            raise RuntimeError("It does not accept two signed messages over one connection.")


def check_refusing(port: int, body: bytes) -> None:
    """A wrong signature and an old message have to be refused."""
    wrong = {"signature": signed_request(body, secret="another secret"), "age": signed_request(body, age=STALE_SECONDS)}
    for what, request in wrong.items():
        status = status_of(port, request)
        if status not in (400, 401, 403):
            raise RuntimeError(f"It answers {status} to a message of a wrong {what}.")
