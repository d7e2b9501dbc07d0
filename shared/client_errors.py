"""What the client of the control API raises; apart from it, since to load it takes time."""

from shared.problems import Problem


class SaydoUnreachableError(Exception):
    """The control API could not be reached, or did not answer in time."""


class LogReplacedError(Exception):
    """The event to go on after is not in the log any more: read all anew, follow from then on."""


class SaydoProblemError(Exception):
    """The control API answered with a problem."""

    def __init__(self, problem: Problem) -> None:
        """`problem` is the body as it was sent."""
        super().__init__(problem.detail or problem.title)
        self.problem = problem
