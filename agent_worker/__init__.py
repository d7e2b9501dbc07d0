"""Ears and mouth: joins rooms as the voice assistant and keeps no task data."""
