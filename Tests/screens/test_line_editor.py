"""What a person sees while typing: a few sessions, everything else is tested without a terminal."""

import os
import signal
import termios
from pathlib import Path


def test_tab_completes_a_state_and_the_prompt_names_it(open_screen):
    screen = open_screen()
    screen.wait_for_prompt()
    screen.send("as Faro\t")
    screen.wait(lambda: screen.typed().startswith("as Faro") and len(screen.typed()) > 7)
    state = screen.typed().removeprefix("as ").strip().strip('"')
    screen.send("\r")
    screen.wait(lambda: screen.prefix() == f"[{state}]> ")


def test_interrupt_drops_the_line_and_keeps_the_session(open_screen):
    screen = open_screen()
    screen.wait_for_prompt()
    screen.send("half a line")
    screen.wait_for_typed("half a line")
    screen.send("\x03")
    screen.wait_for_prompt()
    assert screen.process.isalive()


def test_end_of_input_on_an_empty_line_leaves(open_screen):
    screen = open_screen()
    screen.wait_for_prompt()
    screen.send("\x04")
    screen.wait_for_end()
    assert screen.process.exitstatus == 0


def test_another_session_recalls_a_line(open_screen):
    first = open_screen()
    first.wait_for_prompt()
    first.enter("help")
    first.send("\x04")
    first.wait_for_end()
    second = open_screen()
    second.wait_for_prompt()
    second.send("\x1b[A")
    second.wait_for_typed("help")


def test_accents_are_typed_and_erased_whole_without_a_locale(open_screen):
    screen = open_screen(LC_ALL="", LANG="")
    screen.wait_for_prompt()
    screen.send("Türkiye é")
    screen.wait_for_typed("Türkiye é")
    screen.send("\x7f")
    screen.wait_for_typed("Türkiye ")


def test_a_paste_is_shown_and_not_run(open_screen):
    screen = open_screen()
    screen.wait_for_prompt()
    screen.send("\x1b[200~first\rsecond\x07\rthird\r\x1b[201~")
    screen.wait(lambda: screen.row() == "third")
    assert screen.rows()[screen.screen.cursor.y - 1] == "second"
    assert screen.rows()[screen.screen.cursor.y - 2].endswith("> first")


def test_a_terminal_without_a_cursor_gets_no_escapes(open_screen):
    screen = open_screen(TERM="dumb")
    screen.send("help\n\x04")
    screen.wait_for_end()
    assert b"\x1b" not in screen.raw


def test_a_kill_leaves_the_terminal_as_it_was(open_screen):
    screen = open_screen(under_shell=True)
    before = termios.tcgetattr(screen.process.fileno())
    screen.wait_for_prompt()
    screen.send("half a line")
    screen.wait_for_typed("half a line")
    assert termios.tcgetattr(screen.process.fileno()) != before
    shell = screen.process.pid
    program = int(Path(f"/proc/{shell}/task/{shell}/children").read_text())
    os.kill(program, signal.SIGTERM)
    screen.wait_for_text("left")
    assert termios.tcgetattr(screen.process.fileno()) == before
    assert screen.raw.count(b"\x1b[?2004l") == screen.raw.count(b"\x1b[?2004h")
