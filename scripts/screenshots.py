"""Take the screenshots of the documentation: pages over a record of the sample documents, in headless Chromium.

    python scripts/screenshots.py [--out docs/_static] [--chromium PATH]

Needs the extra web, and playwright with a Chromium of the system's.
"""

import argparse
import datetime as dt
import shutil
import socket
import tempfile
import threading
import time
from pathlib import Path

from memcon import read
from memcon.questions import Record
from memcon.samples import documents
from memcon.web.app import create

TODAY = dt.date(2025, 9, 1)  # the day the pages are asked as of: shortly after the last sample
LARGEST = 200_000  # bytes of one picture
SHOTS = (
    ("home", "/", 1280, 860),
    ("dossier", "/pair/CHN/USA", 1280, 960),
    ("event", None, 1280, 960),
    ("document", "/document/lammy-beijing-two-languages", 1280, 900),
    ("mechanisms", "/mechanisms", 1280, 760),
    ("narrow", "/pair/CHN/USA", 390, 1200),
)


def main() -> None:
    """Read the samples, serve them, take the pictures."""
    import uvicorn
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, default=Path("docs/_static"))
    parser.add_argument("--chromium", default=shutil.which("chromium") or shutil.which("google-chrome"))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "samples.db") as record:
        record.add_all((d, read(d)) for d in documents())
        told = max(record.timeline(), key=lambda e: (len(e.documents), len(e.disagreements), e.id))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(create(record, today=lambda: TODAY), port=port, log_level="warning"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        with sync_playwright() as p:
            browser = p.chromium.launch(executable_path=asked.chromium, args=["--no-sandbox", "--disable-gpu"])
            for name, path, width, height in SHOTS:
                page = browser.new_page(viewport={"width": width, "height": height})
                page.goto(f"http://127.0.0.1:{port}{path or f'/event/{told.id}'}")
                target = asked.out / f"page-{name}.png"
                page.screenshot(path=target)
                size = target.stat().st_size
                print(f"{target}: {size:,} bytes{' (too large)' if size > LARGEST else ''}")
                page.close()
            browser.close()
        server.should_exit = True
        thread.join()


if __name__ == "__main__":
    main()
