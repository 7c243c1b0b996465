"""What every route needs: the shared pages of the application, as a dependency."""

from typing import Annotated

from fastapi import Depends, Request

from memcon.web.pages import Pages


def _pages(request: Request) -> Pages:
    found: Pages = request.app.state.pages
    return found


Shared = Annotated[Pages, Depends(_pages)]
