"""What the assistant says of itself."""

WAS_AWAY = "I was away for a moment. Please say that again."
"""What was said meanwhile is lost."""
SIGN_WITHIN_S = 0.8
"""After which they are told."""
ONE_MOMENT = "One moment."
"""Where an answer takes longer than people wait without a sign."""
GOES_TO_SLEEP = "I'll go to sleep now. Press the talk button when you need me."
HAS_LASTED = "We have talked for a long time, so I'll end here. Press the talk button to go on."
