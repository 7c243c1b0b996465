"""The routes, one module a kind of page."""

from memcon.web.routes import (
    about,
    api,
    boards,
    compare,
    document,
    dossier,
    event,
    home,
    lists,
    official,
    pictures,
    review,
    timeline,
)

ALL = tuple(
    module.router
    for module in (
        home, timeline, dossier, event, compare, boards, official, pictures, document, review, lists, about, api,
    )
)  # fmt: skip
