"""What the peer does with a request, by name."""

import os
import socket
import struct
import time


def _close(connection):
    # `close` would wait for the stream that requests are read from.
    os.close(connection.detach())


def takes(connection, request):
    connection.sendall(b"HTTP/1.1 204 No Content\r\n\r\n")


def closes(connection, request):
    """Takes it, says nothing of closing, and closes."""
    takes(connection, request)
    _close(connection)


def continues(connection, request):
    connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
    takes(connection, request)


def status(connection, request):
    """Any status, with fields of the query."""
    code = request.query.get("code", "500")
    body = request.query.get("body", "").encode()
    fields = [f"{name}: {request.query[name]}" for name in ("retry-after", "location") if name in request.query]
    head = "\r\n".join([f"HTTP/1.1 {code} So", f"content-length: {len(body)}", *fields])
    connection.sendall(head.encode() + b"\r\n\r\n" + body)


def too_many(connection, request):
    connection.sendall(b"HTTP/1.1 429 Too Many Requests\r\nretry-after: 1\r\ncontent-length: 4\r\n\r\nwait")


def moved(connection, request):
    connection.sendall(b"HTTP/1.1 301 Moved\r\nlocation: https://example.com/a?b\r\ncontent-length: 0\r\n\r\n")


def breaks(connection, request):
    connection.sendall(b"HTTP/1.1 500 Internal Server Error\r\ncontent-length: 6\r\n\r\nsorry\n")


def hangs(connection, request):
    connection.recv(1)


def resets(connection, request):
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    _close(connection)


def resets_halfway(connection, request):
    connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf of")
    time.sleep(0.05)  # A reset throws away what was not read yet.
    resets(connection, request)


def garbage(connection, request):
    connection.sendall(b"SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n\x00\xff\r\n\r\n")


def drips(connection, request):
    """Begins an answer, and never ends it."""
    connection.sendall(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")
    while True:
        connection.sendall(b"1\r\n.\r\n")
        time.sleep(0.01)


def floods(connection, request):
    """Answers without end, as fast as it can."""
    connection.sendall(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")
    while True:
        connection.sendall(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")


ALL = {
    function.__name__: function
    for function in (
        takes, closes, continues, status, too_many, moved, breaks, hangs, resets, resets_halfway, garbage, drips, floods,
    )
}
