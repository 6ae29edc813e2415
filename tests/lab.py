"""JupyterLab as a reader has it: its server, a browser without the internet, a notebook run.

The waits are on conditions; none is on time. A condition that does not come true within
SECONDS fails.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Self
from urllib.parse import urlsplit

import pytest

try:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import (
        Browser,
        BrowserContext,
        Locator,
        Page,
        Route,
        ViewportSize,
        WebSocketRoute,
        sync_playwright,
    )
except ModuleNotFoundError as missing:
    raise ModuleNotFoundError(
        f"{missing}. To test in a browser, install the extra `dev`, as `make test` does: "
        "python -m pip install --editable '.[dev]'"
    ) from None

__all__ = ["POINT_TO_HIT", "Axe", "Browser", "Locator", "Notebook", "Page", "ViewportSize"]
__all__ += ["loopback_only", "offline_browser", "running_lab"]

SECONDS = 60
# The jobs that would ask the internet something, or a sandbox that root has not.
SWITCHES = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--no-proxy-server",
]


# A point of a line that a finger would hit. The page may still be moving under the finger, as
# JupyterLab lays out what has come into view: the point has to stand for ten frames.
POINT_TO_HIT = """async (edges) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const hits = (edge, [x, y]) => document.elementFromPoint(x, y)?.closest(".kq-edge") === edge;
    const places = (line) => [0.5, 0.4, 0.6, 0.3, 0.7].map((part) => {
        const middle = line.getPointAtLength(line.getTotalLength() * part);
        const { x, y } = middle.matrixTransform(line.getScreenCTM());
        return [x, y];
    });
    for (const edge of edges) {
        const shape = "path, line, polyline";
        const line = edge.matches(shape) ? edge : edge.querySelector(shape);
        edge.scrollIntoView({ block: "center", behavior: "instant" });
        let was = null;
        for (let still = 0; still < 10; ) {
            await frame();
            const now = JSON.stringify(places(line));
            still = now === was ? still + 1 : 0;
            was = now;
        }
        const found = places(line).find((place) => hits(edge, place));
        if (found) return found;
    }
    return null;
}"""


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running_lab(folder: Path, scratch: Path) -> Iterator[str]:
    """JupyterLab serving a folder, started by `kopjaqty lab`; yields its address."""
    config = scratch / "jupyter-config"
    config.mkdir(parents=True)
    settings = {
        # So that a test can ask JupyterLab itself what it knows of a notebook.
        "LabApp": {"expose_app_in_browser": True},
    }
    (config / "jupyter_server_config.json").write_text(json.dumps(settings), encoding="utf-8")
    own = os.environ | {
        "IPYTHONDIR": str(scratch / "ipython"),
        "JUPYTERLAB_SETTINGS_DIR": str(scratch / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(scratch / "workspaces"),
        "JUPYTER_CONFIG_DIR": str(config),
        "JUPYTER_DATA_DIR": str(scratch / "jupyter-data"),
        "JUPYTER_RUNTIME_DIR": str(scratch / "jupyter-runtime"),
        "PYTHONUNBUFFERED": "1",
    }
    kopjaqty = shutil.which("kopjaqty", path=Path(sys.executable).parent)
    if not kopjaqty:
        pytest.fail("the command kopjaqty is not installed beside this Python; `make test` does it")
    command = [kopjaqty, "lab", "--no-browser", "--port", str(free_port()), str(folder)]
    with subprocess.Popen(
        command, cwd=folder, env=own, stderr=subprocess.STDOUT, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        try:
            address, drain = _address(server, server.stdout)
            yield address
        finally:
            server.terminate()
            server.wait(SECONDS)
        drain.join(SECONDS)


def _address(server: subprocess.Popen[str], log: IO[str]) -> tuple[str, threading.Thread]:
    """Read the log until it tells the address; a thread reads on, so that none is blocked."""
    give_up = threading.Timer(SECONDS, server.kill)
    give_up.start()
    lines = []
    for line in log:
        lines.append(line)
        if match := re.search(r"http://(?:127\.0\.0\.1|localhost):\d+/lab\S*", line):
            give_up.cancel()
            drain = threading.Thread(target=log.read, daemon=True)
            drain.start()
            return match[0], drain
    give_up.cancel()
    pytest.fail("JupyterLab did not start:\n" + "".join(lines))


@contextmanager
def offline_browser(program: str) -> Iterator[Browser]:
    """Chromium without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=SWITCHES, chromium_sandbox=False
        )
        yield browser
        browser.close()


def loopback_only(context: BrowserContext) -> list[str]:
    """Let pages reach this machine alone; addresses elsewhere that they ask for are listed."""
    asked: list[str] = []

    def is_here(address: str) -> bool:
        parts = urlsplit(address)
        here = parts.scheme in {"blob", "data"} or parts.hostname in {"127.0.0.1", "localhost"}
        if not here:
            asked.append(address)
        return here

    def answer(route: Route) -> None:
        if is_here(route.request.url):
            route.continue_()
        else:
            route.abort()

    def connect(socket: WebSocketRoute) -> None:
        if is_here(socket.url):
            socket.connect_to_server()
        else:
            socket.close()

    context.route("**/*", answer)
    context.route_web_socket("**/*", connect)
    return asked


class Notebook:
    """A notebook that is open in JupyterLab, in front of all others."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @classmethod
    def open(cls, page: Page, lab: str, name: str) -> Self:
        """Open a file of the served folder and wait until its kernel has nothing to do."""
        page.set_default_timeout(SECONDS * 1000)
        address = lab.replace("/lab", f"/lab/tree/{name}", 1)
        # Else JupyterLab opens what was open last, too.
        page.goto(address + ("&reset" if "?" in address else "?reset"))
        page.wait_for_selector(".jp-NotebookPanel .jp-Cell")
        notebook = cls(page)
        notebook.wait_until_idle()
        return notebook

    def wait_until_idle(self) -> None:
        """Wait until the kernel is connected and idle; JupyterLab's own sign says so too early."""
        self.page.wait_for_function(
            """() => {
                const panel = window.jupyterapp?.shell.currentWidget;
                const kernel = panel?.sessionContext?.session?.kernel;
                return kernel?.connectionStatus === "connected" && kernel.status === "idle";
            }"""
        )

    def close_sidebar(self) -> None:
        """Give the notebook the width of the window, as who reads on a phone does first."""
        self.page.evaluate("window.jupyterapp.shell.collapseLeft()")

    def show_colours(self) -> None:
        """Let axe-core see: JupyterLab's body has no height and cuts off what is beyond it.

        axe-core would take all of it for hidden, and look at no colour.
        """
        self.page.add_style_tag(content="html, body { height: 100vh; }")

    def run_all(self) -> None:
        """Run all cells, through the menu, and wait until each has run or one has failed."""
        self.page.locator(".lm-MenuBar-item", has_text=re.compile("^Run$")).click()
        self.page.locator(".lm-Menu-item", has_text=re.compile("^Run All Cells$")).click()
        self.page.wait_for_function(
            """() => {
                const cells = window.jupyterapp.shell.currentWidget.content.widgets
                    .map((cell) => cell.model).filter((cell) => cell.type === "code");
                const failed = (cell) => cell.sharedModel.toJSON().outputs
                    .some((output) => output.output_type === "error");
                return cells.some(failed) || cells.every((cell) =>
                    cell.executionCount !== null && cell.executionState !== "running");
            }"""
        )
        self.wait_until_idle()

    def outputs(self) -> list[list[dict[str, Any]]]:
        """The outputs of each cell, as they would be saved."""
        outputs: list[list[dict[str, Any]]] = self.page.evaluate(
            """() => window.jupyterapp.shell.currentWidget.content.widgets.map(
                (cell) => cell.model.sharedModel.toJSON().outputs ?? [])"""
        )
        return outputs

    def scroll_to(self, cell: int) -> None:
        """Bring a cell, counted from 0, into view; JupyterLab may draw it only then."""
        self.page.evaluate(
            """(number) => window.jupyterapp.shell.currentWidget.content.scrollToItem(
                number, "start")""",
            cell,
        )
