"""Points and the reasons for them, as a comparison goes on."""


class Tally:
    """`score` in steps, and `because` in words."""

    def __init__(self) -> None:
        self.score = 0.0
        self.because: list[str] = []

    def add(self, points: float, reason: str) -> None:
        """Add points, or take some away, for a reason."""
        self.score += points
        self.because.append(reason)
