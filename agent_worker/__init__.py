"""Ears and mouth: joins rooms as the voice assistant and keeps no task data."""

import os

# ONNX Runtime reports to Microsoft from the moment it is loaded, unless it is told before.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
