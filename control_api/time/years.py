"""The years that a date may be in."""

FIRST_YEAR, LAST_YEAR = 1900, 9999
