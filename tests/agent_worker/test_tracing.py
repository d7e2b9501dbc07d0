"""Traces go to the collector that is named, without words; and nowhere when none is."""

import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

from tests.control_api.conftest import ROOT

PROGRAM = """
from livekit.agents import telemetry
from livekit.agents.telemetry import trace_types
from agent_worker.tracing import export_traces

provider = export_traces()
with telemetry.tracer.start_as_current_span("agent_turn") as span:
    span.set_attribute(trace_types.ATTR_RESPONSE_TEXT, "marzipan")
    span.set_attribute(trace_types.ATTR_E2E_LATENCY, 0.25)
if provider is not None:
    provider.shutdown()
print("exported" if provider is not None else "not exported")
"""


class Collector(HTTPServer):
    """What speaks OTLP, and keeps what it is sent."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Receiving)
        self.received: list[tuple[str, bytes]] = []


class Receiving(BaseHTTPRequestHandler):
    server: Collector

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        self.server.received.append((self.path, self.rfile.read(length)))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing."""


def run(**environment: str) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OTEL_")}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_a_turn_is_traced_to_the_collector_and_holds_no_words() -> None:
    collector = Collector()
    thread = threading.Thread(target=collector.serve_forever)
    thread.start()
    try:
        told = run(
            OTEL_EXPORTER_OTLP_ENDPOINT=f"http://127.0.0.1:{collector.server_port}",
            OTEL_EXPORTER_OTLP_COMPRESSION="none",
        )
    finally:
        collector.shutdown()
        thread.join()
        collector.server_close()
    assert told == "exported"
    paths = [path for path, _ in collector.received]
    sent = b"".join(body for _, body in collector.received)
    assert set(paths) == {"/v1/traces"}
    assert b"agent_turn" in sent
    assert b"saydo-worker" in sent
    assert b"marzipan" not in sent


def test_nothing_is_traced_unless_a_collector_is_named() -> None:
    assert run() == "not exported"
