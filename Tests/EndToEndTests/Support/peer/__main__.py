"""Prints its port, then one JSON object a line for every request, before it answers it. Ends with its parent.

What it does with a request is the first part of the path, one of the functions of `answers`: `/takes`, `/hangs`,
`/status?code=503&retry-after=2`. `/storm` does something else each time, see `storm`.
"""

import argparse
import os
import socket
import ssl
import threading
import time

from . import answers, storm
from .request import Request


def serve(connection, number, context, storms):
    try:
        if context:
            connection = context.wrap_socket(connection, server_side=True)
        stream = connection.makefile("rb")
        while request := Request.read(stream, number):
            name = request.path.strip("/")
            storms.verify(request)
            if name == "storm":
                name = storms.next_answer(request)
            request.report(name, storms)
            answers.ALL[name](connection, request)
    except (OSError, ValueError):
        pass  # The client has gone, or it closed what nobody answered.
    finally:
        connection.close()


def end_with(parent):
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(0)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--secret", help="check each signature with the Standard Webhooks reference library")
    parser.add_argument("--certificate", help="a PEM file with certificate and key: serve by TLS")
    options = parser.parse_args()
    context = None
    if options.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.certificate)
    storms = storm.Storm(options.secret)
    listener = socket.create_server(("127.0.0.1", 0), backlog=128)
    print(listener.getsockname()[1], flush=True)
    threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
    number = 0
    while True:
        connection, _ = listener.accept()
        number += 1
        threading.Thread(target=serve, args=(connection, number, context, storms), daemon=True).start()


main()
