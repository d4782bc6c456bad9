"""Plays clients that send a byte a second: `slow_clients.py PORT HEADS BODIES`.

HEADS of them never end the head of their request, BODIES never its body. Whoever is thrown out comes again. They come
from many addresses of 127.0.0.0/8. It prints a line once all of them are connected, and when its input ends the number
of connections that the server has ended.
"""

import os
import selectors
import socket
import sys
import time
from collections.abc import Iterator
from itertools import count

HEAD = b"POST /webhooks/polar HTTP/1.1\r\nHost: a.example\r\n"
SLOW_HEAD = HEAD + b"X-Slow: "
# In seconds, so that they are not all thrown out at the same moment.
ARRIVAL = 9
SLOW_BODY = HEAD + b"Content-Length: 1000000\r\n\r\n"


class SlowClients:
    def __init__(self, port: int, heads: int, bodies: int) -> None:
        self._port = port
        self._selector = selectors.DefaultSelector()
        self._addresses = self._all_addresses()
        self._clients: list[socket.socket] = []
        self.ended = 0
        for number in range(heads + bodies):
            self._connect(number, SLOW_HEAD if number < heads else SLOW_BODY)
            time.sleep(ARRIVAL / (heads + bodies))

    @staticmethod
    def _all_addresses() -> Iterator[str]:
        return (f"127.{1 + number // 250 % 250}.0.{1 + number % 250}" for number in count())

    def _connect(self, number: int, beginning: bytes) -> None:
        client = socket.socket()
        client.bind((next(self._addresses), 0))
        client.connect(("127.0.0.1", self._port))
        client.sendall(beginning)
        client.setblocking(False)
        self._selector.register(client, selectors.EVENT_READ, (number, beginning))
        self._clients[number : number + 1] = [client]

    def serve(self, seconds: float) -> None:
        """Sends a byte for each of them, spread over the time, and lets those that were thrown out come again."""
        end = time.monotonic() + seconds
        slices = 1_000
        for part in range(slices):
            for client in self._clients[part::slices]:
                self._send(client)
            self._look(end - seconds * (slices - 1 - part) / slices)

    def _send(self, client: socket.socket) -> None:
        try:
            client.send(b"x")
        except OSError:
            pass  # It was thrown out, and comes again when that is noticed.

    def _look(self, end: float) -> None:
        """Until a moment."""
        while (rest := end - time.monotonic()) > 0:
            for key, _ in self._selector.select(rest):
                if key.fileobj is sys.stdin:
                    print(self.ended, flush=True)
                    sys.exit()
                self._selector.unregister(key.fileobj)
                key.fileobj.close()
                self.ended += 1
                self._connect(*key.data)

    def run(self) -> None:
        # What they do costs their own machines; here it takes only what the server and the good clients leave.
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
        self._selector.register(sys.stdin, selectors.EVENT_READ)
        print("connected", flush=True)
        while True:
            self.serve(1)


if __name__ == "__main__":
    SlowClients(*map(int, sys.argv[1:])).run()
