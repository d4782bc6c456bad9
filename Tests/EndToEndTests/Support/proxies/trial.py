"""What must hold with a proxy between Polar and the receiver."""

import dataclasses
import json
import re
import socket

from storm.connection import Connection
from storm.event import Event, make_events
from storm.receiver import HOST, Receiver, await_true

from .attacks import ATTACKS
from .proxy import Proxy

EVENTS = 60
# Larger than the buffers of either proxy.
LARGE = 1_000_000
ANSWER = re.compile(rb"HTTP/1\.[01] (\d{3})")
# A client's own address, which the proxy adds to the field.
CLIENT = "127.0.0.9"
CLAIMED = "203.0.113.9"


class Trial:
    def __init__(self, proxy: Proxy, receiver: Receiver) -> None:
        self._proxy, self._receiver = proxy, receiver
        self._events = iter(make_events(1_000, 1))
        self._sent: dict[str, bytes] = {}
        self._wrong: list[str] = []

    def run(self) -> list[str]:
        """What is wrong."""
        self._send_many()
        answers = sum(self._attack(name, request) for name, request in ATTACKS.items())
        self._restart()
        self._look_at_address()
        self._receiver.await_deliveries()
        self._receiver.stop()
        self._compare()
        print(f"{self._proxy.kind}: {len(self._sent)} messages, {len(ATTACKS)} attacks with {answers} answers")
        return self._wrong

    # Messages

    def _connect(self) -> Connection:
        return Connection(HOST, self._proxy.port)

    def _post(self, connection: Connection, event: Event, what: str, *, is_chunked: bool = False) -> None:
        """A message must be accepted: any other answer is lost, or belongs to another request."""
        answer = connection.post_chunked(event) if is_chunked else connection.post(event)
        self._sent[event.id] = event.body
        if answer.text != '{"result":"accepted"}':
            self._wrong.append(f"{what} is answered with {answer.status} {answer.text[:200]}")

    def _post_alone(self, what: str) -> None:
        connection = self._connect()
        self._post(connection, next(self._events), what)
        connection.close()

    def _send_many(self) -> None:
        connection = self._connect()
        for number in range(EVENTS):
            self._post(connection, next(self._events), f"message {number}", is_chunked=number % 2 == 1)
        for is_chunked in (False, True):
            event = next(self._events)
            large = dataclasses.replace(event, body=event.body[:-1] + b" " * LARGE + b"}")
            self._post(connection, large, "a large message", is_chunked=is_chunked)
        connection.close()

    # Attacks

    def _attack(self, name: str, request: bytes) -> int:
        """The number of answers to an attack, of which a proxy may make two requests of one client.

        What the receiver would make two of has an answer too many, and another client gets it.
        """
        with socket.create_connection((HOST, self._proxy.port), timeout=30) as attacker:
            attacker.sendall(request)
            self._post_alone(f"a message beside '{name}'")
            answers = _answers(attacker)
        self._post_alone(f"a message behind '{name}'")
        return answers

    # Others

    def _restart(self) -> None:
        """A proxy may say 502 while nobody is there, and must come back to the receiver by itself."""
        self._receiver.kill()
        self._receiver.start()
        event = next(self._events)
        self._sent[event.id] = event.body
        connection = self._connect()

        def is_taken() -> bool:
            return connection.post(event).text in ('{"result":"accepted"}', '{"result":"duplicate"}')

        await_true(is_taken, "a message is taken after a restart")
        connection.close()

    def _look_at_address(self) -> None:
        """Of the addresses in the field the log has the one that the proxy has seen, not the one that was claimed."""
        fields = f"Host: a.example\r\nContent-Length: 2\r\nX-Forwarded-For: {CLAIMED}\r\nConnection: close\r\n"
        request = f"POST /webhooks/polar HTTP/1.1\r\n{fields}\r\n{{}}".encode()
        address = (HOST, self._proxy.port)
        with socket.create_connection(address, timeout=30, source_address=(CLIENT, 0)) as client:
            client.sendall(request)
            _answers(client)
        await_true(self._refused_clients, "the log has the refused message")
        clients = self._refused_clients()
        if clients != [CLIENT]:
            self._wrong.append(f"the client of the refused message is {clients} instead of {CLIENT}")

    def _refused_clients(self) -> list[str]:
        lines = (self._receiver.folder / "log").read_text(errors="replace").split("\n")[:-1]
        return [json.loads(line)["client.address"] for line in lines if "does not verify" in line]

    def _compare(self) -> None:
        ids = [str(message["webhook_id"]) for message in self._receiver.messages()]
        if sorted(ids) != sorted(self._sent):
            self._wrong.append(f"{len(ids)} messages are stored, {len(self._sent)} were sent")
        for id, body in self._sent.items():
            if self._receiver.body(id).encode() != body:
                self._wrong.append(f"the body of {id} has changed")


def _answers(client: socket.socket) -> int:
    """How many final answers come until the proxy closes."""
    received = b""
    try:
        while block := client.recv(65_536):
            received += block
    except ConnectionResetError:
        pass  # closed with some of the attack unread
    return sum(status != b"100" for status in ANSWER.findall(received))
