"""The routes, one module a kind of page."""

from memcon.web.routes import api, document, event, home, review, timeline

ALL = (home.router, timeline.router, review.router, event.router, document.router, api.router)
