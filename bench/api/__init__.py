"""Measures of the control API: how fast, how much at once, and what it promises."""
