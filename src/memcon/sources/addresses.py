"""http(s) addresses among the paths, and what fetching them may do; `web` does the fetching."""

import msgspec


class Web(msgspec.Struct, frozen=True, kw_only=True):
    """What fetching may do.

    `private` allows addresses of this machine and its network; `robots` respects robots.txt; `redirects` are followed
    at most.
    """

    private: bool = False
    robots: bool = True
    redirects: int = 5


def is_address(path: str) -> bool:
    """Whether a path is an http(s) address."""
    return path[:8].lower().startswith(("http://", "https://"))
