"""What LiveKit Agents does in each turn, as OpenTelemetry traces, for who has a collector."""

import os

from livekit.agents import telemetry
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT"


def export_traces() -> TracerProvider | None:
    """Send traces to the collector that the environment names; None when it names none.

    They tell how long what took, and hold none of the words. A collector that is away is no
    trouble: spans wait for it in a queue of limited length.
    """
    if not os.environ.get(ENDPOINT):
        return None
    provider = TracerProvider(resource=Resource.create({"service.name": "saydo-worker"}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    telemetry.set_tracer_provider(provider, allow_pii=False)
    return provider
