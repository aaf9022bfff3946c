"""Takes mail on port 1025 and shows it on port 8025 by the few addresses of Mailpit's that Foramen's tests read."""
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from aiosmtpd.controller import Controller

mails = []


class Inbox:
    async def handle_DATA(self, server, session, envelope):
        mails.append((envelope.rcpt_tos, envelope.content))
        return "250 taken"


class Pages(BaseHTTPRequestHandler):
    def do_GET(self):
        path = self.path.split("?")[0]
        if path in ("/", "/livez", "/readyz"):
            self.answer("text/plain", b"%d mails" % len(mails))
        elif path == "/api/v1/messages":
            listed = [
                {"ID": str(number), "To": [{"Address": address} for address in mails[number][0]]}
                for number in reversed(range(len(mails)))
            ]
            self.answer("application/json", json.dumps({"total": len(listed), "messages": listed}).encode())
        elif path.startswith("/api/v1/message/") and path.endswith("/raw"):
            self.answer("text/plain", mails[int(path.split("/")[4])][1])
        else:
            self.send_error(404)

    def answer(self, kind, body):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *ignored):
        pass


Controller(Inbox(), hostname="0.0.0.0", port=1025, data_size_limit=33554432).start()
threading.Thread(target=ThreadingHTTPServer(("0.0.0.0", 8025), Pages).serve_forever).start()
