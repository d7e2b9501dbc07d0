"""What is counted of every request, for Prometheus."""

from litestar.plugins.prometheus import PrometheusConfig

REQUESTS = PrometheusConfig(
    app_name="saydo",
    prefix="saydo",
    # The path with the names of its parameters: else each id would be a row of its own.
    group_path=True,
    buckets=[0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5],
    # A stream lasts as long as somebody watches, which says nothing of the server.
    exclude="^/api/v1/events$",
)
"""Requests by route: how many, how long, with which status. Seconds."""
