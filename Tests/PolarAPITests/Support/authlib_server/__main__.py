"""Prints its port, then serves one request after the other. Ends with its parent.

`POST /control/clock` moves its clock: `seconds=301` ends the life of every code. `GET /control/token-requests` says how many
requests for tokens there were.
"""

import logging
import os
import sys
import threading

from werkzeug.serving import make_server

# Plain HTTP, which is what tests speak.
os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"

from .application import make_application  # noqa: E402


def end_with_parent():
    sys.stdin.read()
    os._exit(0)


def main():
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    threading.Thread(target=end_with_parent, daemon=True).start()
    server = make_server("127.0.0.1", 0, make_application(), threaded=False)
    print(server.server_port, flush=True)
    server.serve_forever()


main()
