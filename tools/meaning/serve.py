"""
The full encoder as an OpenAI-compatible endpoint of this machine: the upper bound that the static model is measured beside.

    python tools/meaning/serve.py --tokenizer tokenizer.json --port 8808
    npm run rank -- --data DIR --out FILE --embedder http://127.0.0.1:8808/v1
"""

import argparse
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from encoder import Encoder, tokenizer_of


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--port", type=int, default=0, help="0: the system's choice, which is printed")
    given = parser.parse_args()
    encoder = Encoder(tokenizer_of(given.tokenizer))
    one_at_a_time = threading.Lock()

    class Endpoint(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
            texts = [asked["input"]] if isinstance(asked["input"], str) else asked["input"]
            with one_at_a_time:
                vectors = encoder.encode(texts)
            rows = [{"object": "embedding", "index": i, "embedding": v.tolist()} for i, v in enumerate(vectors)]
            usage = {"prompt_tokens": 0, "total_tokens": 0}
            body = json.dumps({"object": "list", "model": asked["model"], "data": rows, "usage": usage}).encode()
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Says nothing of each request."""

    server = ThreadingHTTPServer(("127.0.0.1", given.port), Endpoint)
    print(f"http://127.0.0.1:{server.server_port}/v1", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
