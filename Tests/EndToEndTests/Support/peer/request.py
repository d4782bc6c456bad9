import base64
import json
import threading
import urllib.parse

_output = threading.Lock()


class Request:
    """One request as it came over the wire."""

    @classmethod
    def read(cls, stream, connection):
        """The next whole request of a connection, None at its end, or when the client gave up halfway."""
        line = stream.readline()
        if not line:
            return None
        request = cls()
        request.connection = connection
        request.method, target, _ = line.decode().split()
        parts = urllib.parse.urlsplit(target)
        request.path = parts.path
        request.query = dict(urllib.parse.parse_qsl(parts.query))
        request.headers = {}
        while (line := stream.readline().decode()) != "\r\n":
            if not line:
                return None
            name, value = line.split(":", 1)
            request.headers[name.lower()] = value.strip()
        length = int(request.headers.get("content-length", 0))
        request.body = stream.read(length)
        if len(request.body) < length:
            return None
        request.is_verified = False
        return request

    def report(self, answer, storms):
        """Prints it, before it is answered."""
        facts = {
            "method": self.method,
            "path": self.path,
            "headers": self.headers,
            "body": base64.b64encode(self.body).decode(),
            "connection": self.connection,
            "verified": self.is_verified,
            "answer": answer,
        }
        with _output:
            facts["taken"] = {"path": self.path, "messages": storms.count_taken(self, answer)}
            print(json.dumps(facts), flush=True)
