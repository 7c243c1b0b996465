"""`memcon serve`."""

import os

import click

from memcon.cli import options

TOKEN = "MEMCON_EDIT_TOKEN"


@click.command("serve")
@options.record
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8765, show_default=True, help="Port to listen on.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="A further host name to answer for.")
@click.option("--edit", is_flag=True, help=f"Let analysts decide, with the token in {TOKEN} (made up where unset).")
def command(record: str, host: str, port: int, names: tuple[str, ...], edit: bool) -> None:
    """Pages and HTTP API over the record, on this machine.

    Nothing can be changed without --edit. Another address than this machine's own is listened on only where --host
    says so; with --edit it then needs a token of yours in MEMCON_EDIT_TOKEN.

    \b
    Example:
      memcon serve --record memcon.db --port 8765
    """
    import threading

    try:
        import uvicorn

        from memcon.web.app import create, is_loopback, warm
    except ImportError as error:
        from memcon.errors import MissingExtra

        raise MissingExtra(
            "memcon serve needs the extra web: make extras in a clone, else pip install 'memcon[web]'"
        ) from error
    token = _token(edit, is_loopback(host))
    with options.opened(record) as held:
        shown = f"[{host}]" if ":" in host else host
        click.echo(f"memcon: http://{shown}:{port}/  (Ctrl+C stops)", err=True)
        if token and not os.environ.get(TOKEN):
            click.echo(f"Token to sign in with, at /sign-in: {token}", err=True)
        application = create(held, token, hosts=(host, *names))
        threading.Thread(target=warm, args=(application,), daemon=True).start()
        uvicorn.run(
            application,
            host=host,
            port=port,
            log_level="warning",
            server_header=False,
            proxy_headers=False,
            h11_max_incomplete_event_size=16 * 1024,
        )


def _token(edit: bool, loopback: bool) -> str | None:
    import secrets

    if not edit:
        return None
    given = os.environ.get(TOKEN, "")
    if given and len(given) < 12:
        raise click.UsageError(f"The token in {TOKEN} is too short: give 12 characters or more.")
    if not given and not loopback:
        raise click.UsageError(f"With --edit, another address than this machine's own needs a token in {TOKEN}.")
    return given or secrets.token_urlsafe(18)
