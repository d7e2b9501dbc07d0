"""Webhooks: what happens in a workspace, sent to an address of the person's choice."""

from typing import Annotated

import msgspec

from shared.events import EventType

Url = Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]


class NewWebhook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``POST /api/v1/webhooks``."""

    url: Url
    events: list[EventType] = []
    """Which events to send; all of them when empty."""


class WebhookChanges(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``PATCH /api/v1/webhooks/{id}``: what is left out stays."""

    url: Url | msgspec.UnsetType = msgspec.UNSET
    events: list[EventType] | msgspec.UnsetType = msgspec.UNSET
    active: bool | msgspec.UnsetType = msgspec.UNSET
    """Turned on again, it goes on where it stopped."""


class Webhook(msgspec.Struct, frozen=True, kw_only=True):
    """An address that events are sent to, one after the other."""

    id: str
    url: str
    events: list[EventType]
    active: bool
    """Turned off by its owner, by the receiver (410), or after failing for days."""
    position: int
    """The last event that was delivered, or wasn't asked for."""
    failures: int
    """In a row."""
    failing_since: str | None
    """UTC, ISO 8601."""
    created_at: str


class MadeWebhook(Webhook, frozen=True, kw_only=True):
    """A new webhook with its secret, which is shown only now."""

    secret: str
    """``whsec_`` and base64, as the Standard Webhooks libraries take it."""


class WebhookList(msgspec.Struct, frozen=True):
    """Answer of ``GET /api/v1/webhooks``."""

    items: list[Webhook]


class Delivery(msgspec.Struct, frozen=True, kw_only=True):
    """One try to deliver one event."""

    event_id: int
    at: str
    """UTC, ISO 8601."""
    duration_ms: int
    status: int | None
    """What the receiver answered; None when it didn't."""
    error: str | None
    """Why there was no answer, in words."""


class DeliveryList(msgspec.Struct, frozen=True):
    """Answer of ``GET /api/v1/webhooks/{id}/deliveries``, newest first."""

    items: list[Delivery]


class WebhookMessage(msgspec.Struct, frozen=True):
    """Body of what is sent, as the Standard Webhooks specification has it."""

    type: EventType
    timestamp: str
    data: msgspec.Raw
    """The event, as `GET /api/v1/events` tells it."""
