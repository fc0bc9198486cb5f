"""A terminal that the tests can read: a pseudo-terminal with a screen behind it."""

import os
import re
import signal

import pexpect
import pyte
import pytest

PROMPT = r"(\[[^]]*\])?> "
PATIENCE = 10
EDITOR_READY = b"\x1b[?2004h"


class Screen:
    """Runs the program and shows what a person would see."""

    def __init__(self, home, columns=80, rows=24, scenario="classroom", shell=None, **environment):
        program, arguments = os.environ["PLENARY"], ["play", str(scenario)]
        if shell == "waiting":
            # A terminal outlives the program only where somebody else leads its session.
            program, arguments = "/bin/sh", ["-c", f"'{program}' play classroom; echo left; cat"]
        if shell == "with jobs":
            program, arguments = "/bin/bash", ["--norc", "--noprofile", "-i"]
        settings = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_STATE_HOME": str(home / "state"),
            "TERM": "xterm-256color",
            "SWIFT_BACKTRACE": "interactive=no",
        }
        settings.update(environment)
        self.raw = b""
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.process = pexpect.spawn(
            program,
            arguments,
            env=settings,
            cwd=str(home),
            dimensions=(rows, columns),
            timeout=PATIENCE,
            # Whoever runs the tests may ignore a hangup, as nohup does; a person's terminal does not.
            preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL),
        )
        # The tests wait for what the screen shows, so keys need no delay.
        self.process.delaybeforesend = None

    def rows(self):
        return [row.rstrip() for row in self.screen.display]

    def text(self):
        return "\n".join(self.rows())

    def row(self):
        """The row in which the cursor stands, up to the cursor and beyond it."""
        return self.screen.display[self.screen.cursor.y].rstrip()

    def typed(self):
        """What stands behind the prompt, up to the cursor: ghost text is beyond it."""
        before = self.screen.display[self.screen.cursor.y][: self.screen.cursor.x]
        return re.sub("^" + PROMPT, "", before)

    def send(self, keys):
        self.process.send(keys)

    def wait(self, is_there):
        """Reads until the screen is as asked, however long that takes within reason."""
        while not is_there():
            try:
                output = self.process.read_nonblocking(65536, timeout=PATIENCE)
            except (pexpect.TIMEOUT, pexpect.EOF) as reason:
                raise AssertionError(f"not reached; the screen was:\n{self.text()}") from reason
            self.raw += output
            self.stream.feed(output)

    def wait_for_prompt(self):
        self.wait(lambda: re.fullmatch(PROMPT, self.prefix()) is not None)

    def prefix(self):
        return self.screen.display[self.screen.cursor.y][: self.screen.cursor.x]

    def enter(self, line):
        """Types a line, runs it and waits until the editor asks for the next one."""
        prompts = self.raw.count(EDITOR_READY)
        self.send(line)
        self.wait_for_typed(line)
        self.send("\r")
        self.wait(lambda: self.raw.count(EDITOR_READY) > prompts)
        self.wait_for_prompt()

    def wait_for_typed(self, text):
        self.wait(lambda: self.typed() == text)

    def wait_for_text(self, text):
        self.wait(lambda: text in self.text())

    def wait_for_end(self):
        self.process.expect(pexpect.EOF)
        self.raw += self.process.before
        self.process.close()


@pytest.fixture
def open_screen(tmp_path):
    """Starts sessions that share a home, and ends those that a test leaves running."""
    screens = []

    def open_one(**options):
        screen = Screen(tmp_path, **options)
        screens.append(screen)
        return screen

    yield open_one
    for screen in screens:
        screen.process.close(force=True)
