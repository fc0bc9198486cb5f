"""What a person sees while typing: a few sessions, everything else is tested without a terminal."""

import os
import signal
import termios
import time
from pathlib import Path

from conftest import EDITOR_READY


def test_tab_completes_a_state_and_the_prompt_names_it(open_screen):
    screen = open_screen()
    screen.wait_for_prompt()
    screen.send("as Faro\t")
    screen.wait(lambda: screen.typed().startswith("as Faro") and len(screen.typed()) > 7)
    state = screen.typed().removeprefix("as ").strip().strip('"')
    screen.send("\r")
    screen.wait(lambda: screen.prefix() == f"[{state}]> ")


def test_interrupt_drops_the_line_and_end_of_input_on_an_empty_one_leaves(open_screen):
    screen = open_screen()
    screen.wait_for_prompt()
    screen.send("half a line")
    screen.wait_for_typed("half a line")
    screen.send("\x03")
    screen.wait_for_prompt()
    assert screen.process.isalive()
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
    for number in [signal.SIGTERM, signal.SIGHUP]:
        screen = open_screen(shell="waiting")
        before = termios.tcgetattr(screen.process.fileno())
        screen.wait_for_prompt()
        screen.send("half a line")
        screen.wait_for_typed("half a line")
        assert termios.tcgetattr(screen.process.fileno()) != before
        shell = screen.process.pid
        program = int(Path(f"/proc/{shell}/task/{shell}/children").read_text())
        os.kill(program, number)
        screen.wait_for_text("left")
        assert termios.tcgetattr(screen.process.fileno()) == before
        assert screen.raw.count(b"\x1b[?2004l") == screen.raw.count(b"\x1b[?2004h")


def test_a_session_is_suspended_and_taken_up_again(open_screen):
    screen = open_screen(shell="with jobs", PS1="$ ")
    screen.wait(lambda: screen.row() == "$")
    screen.send(f"'{os.environ['PLENARY']}' play classroom\r")
    screen.wait_for_prompt()
    screen.send("half a li")
    screen.wait_for_typed("half a li")
    screen.send("\x1a")
    screen.wait(lambda: "Stopped" in screen.text() and screen.row() == "$")
    screen.send("fg\r")
    screen.wait_for_typed("half a li")
    screen.send("ne")
    screen.wait_for_typed("half a line")


def test_a_notice_stands_above_what_is_being_typed(open_screen):
    screen = open_screen()
    screen.wait_for_prompt()
    screen.enter("timer 1s caucus")
    screen.send("half a line\x1b[D\x1b[D")
    screen.wait_for_text("Time: 1 second for caucus over.")
    screen.wait_for_typed("half a li")
    assert screen.row().endswith("> half a line")
    assert "Time: 1 second" in screen.rows()[screen.screen.cursor.y - 1]


def great_room(folder):
    """A scenario in which a question takes long."""
    issues = [f"i{number}" for number in range(24)]
    weights = ", ".join(f"{issue}: 1" for issue in issues)
    places = ", ".join(f"{issue}: 40" for issue in issues)
    lines = ["plenary: 1", "id: great", "title: Great", "body: { name: All, rule: two-thirds }", "opening: first"]
    lines += ["issues:"] + [f"  - {{ id: {issue}, title: Issue, low: none, high: all, noAgreement: 30 }}" for issue in issues]
    lines += ["articles:", "  - number: 1", "    title: Clauses", "    clauses:"]
    for clause in range(900):
        lines += [f"      - {{ id: c{clause}, title: Clause, kind: power, weight: {{ {weights} }}, absent: {{ {places} }}, wordings: ["]
        lines += [f"          {{ id: a, title: A, text: It shall., placements: {{ {places} }} }} ] }}"]
    lines += ["drafts:", "  first: { title: First, wordings: { c1: a } }"]
    heading = "id,name,bloc," + ",".join(f"position.{issue}" for issue in issues) + ",basis"
    rows = [f"S{number:03},State {number},b{number % 9}," + ",".join(str((number * 7 + k) % 101) for k in range(24)) for number in range(1000)]
    folder.mkdir()
    (folder / "scenario.yaml").write_text("\n".join(lines) + "\n")
    (folder / "delegations.csv").write_text("\n".join([heading] + [row + ",imputed" for row in rows]) + "\n")
    return folder


def test_interrupt_stops_what_is_running_and_keeps_the_session(open_screen, tmp_path):
    screen = open_screen(scenario=great_room(tmp_path / "great"))
    screen.wait_for_prompt()
    screen.wait(lambda: EDITOR_READY in screen.raw)
    screen.send("who against\r")
    # The editor has handed the terminal back once it no longer asks for pastes in brackets.
    screen.wait(lambda: screen.raw.count(b"\x1b[?2004l") == 1)
    time.sleep(0.2)
    screen.send("\x03")
    screen.wait_for_text("Stopped. Nothing has changed.")
    screen.wait_for_prompt()
    (tmp_path / "lines.txt").write_text("status\n" * 5000)
    screen.send("source lines.txt\r")
    screen.wait_for_text("> status")
    screen.send("\x03")
    screen.wait_for_text("lines.txt were not typed")
    screen.wait_for_prompt()
    assert screen.process.isalive()


def test_a_reply_taller_than_the_screen_goes_to_the_pager_and_a_clause_to_the_editor(open_screen, tmp_path):
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nsed -i "s/shall/may/" "$1"\n')
    editor.chmod(0o755)
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\nsed 's/^/page: /'\n")
    pager.chmod(0o755)
    screen = open_screen(rows=16, PAGER=str(pager), VISUAL="", EDITOR=str(editor))
    screen.wait_for_prompt()
    screen.send("help\r")
    screen.wait_for_text("page: `help VERB`")
    screen.wait_for_prompt()
    screen.send("set pager off\rhelp\r")
    screen.wait(lambda: screen.text().count("`help VERB`") == 1 and "page: `help" not in screen.text())
    screen.enter("set projector on")
    screen.send("try 2 shall-review\r")
    screen.wait_for_text("press Enter")
    screen.wait_for_prompt()
    screen.send("\r")
    screen.wait_for_text("Tried only")
    screen.wait_for_prompt()
    screen.send("edit 2\r")
    screen.wait_for_text('> try 2 "Each State Party may')
    screen.wait_for_text("press Enter")


def use_vi_keys(home):
    (home / ".editrc").write_text("bind -v\n")


def test_arrows_and_delete_take_a_character_as_it_is_seen(open_screen):
    screen = open_screen()
    screen.wait_for_prompt()
    # Letters of two code points, which no normal form makes one.
    screen.send("am\u0302q\u0302z")
    screen.wait(lambda: screen.row().endswith("z"))
    screen.send("\x1b[D\x1b[D\x1b[D\x1b[3~\x1b[3~X")
    screen.wait(lambda: screen.row().endswith("> aXz"))
    screen.send("\x1b[C\x7fY\r")
    screen.wait_for_text("aXY")


def test_vi_keys_move_delete_and_paste(open_screen, tmp_path):
    use_vi_keys(tmp_path)
    screen = open_screen()
    screen.wait_for_prompt()
    screen.send("abc")
    screen.wait_for_typed("abc")
    screen.send("\x1b")
    screen.wait_for_typed("ab")
    screen.send("hx")
    screen.wait(lambda: screen.row().endswith("> ac"))
    screen.send("\x1b[200~XY\x1b[201~")
    screen.wait(lambda: "XY" in screen.row())
    screen.send("\x03")
    screen.wait_for_prompt()


def test_search_backwards_with_emacs_keys_and_with_vi_keys(open_screen, tmp_path):
    for begin in [lambda _: None, use_vi_keys]:
        begin(tmp_path)
        screen = open_screen()
        screen.wait_for_prompt()
        screen.enter("help try")
        screen.enter("status")
        screen.send("\x12")
        screen.wait_for_text("bck:")
        screen.send("hel")
        screen.wait_for_text("help try")
        screen.send("\r")
        screen.wait(lambda: screen.text().count("try CLAUSE WORDING") >= 2)


def test_the_right_arrow_takes_the_ghost_and_a_setting_hides_it(open_screen):
    screen = open_screen()
    screen.wait_for_prompt()
    screen.send("foreca")
    screen.wait(lambda: screen.row().endswith("> forecast") and screen.typed() == "foreca")
    screen.send("\x1b[C")
    screen.wait(lambda: screen.typed().rstrip() == "forecast")
    screen.send("\x03")
    screen.wait_for_prompt()
    screen.enter("set ghost off")
    screen.send("foreca")
    screen.wait_for_typed("foreca")
    screen.send("\t")
    screen.wait(lambda: screen.typed().rstrip() == "forecast")


def test_tab_offers_the_phrases_of_the_clause_and_files(open_screen, tmp_path):
    screen = open_screen()
    screen.wait_for_prompt()
    screen.send('amend 2 replace "domestic l\t')
    screen.wait(lambda: screen.typed().rstrip() == 'amend 2 replace "domestic law"')
    screen.send("\x03")
    screen.wait_for_prompt()
    (tmp_path / "some folder").mkdir()
    (tmp_path / "some folder" / "caucus.txt").write_text("status\n")
    screen.send("source so\t")
    screen.wait_for_typed("source some folder/")
    screen.send("\t")
    screen.wait(lambda: screen.typed().rstrip() == "source some folder/caucus.txt")


def test_an_entry_of_several_rows_is_recalled_whole(open_screen):
    screen = open_screen()
    screen.wait_for_prompt()
    screen.send('find "police\r')
    screen.wait(lambda: screen.row() == "")
    screen.send('powers"\r')
    screen.wait_for_prompt()
    screen.send("\x1b[A")
    screen.wait(lambda: screen.row() == 'powers"')
    assert screen.rows()[screen.screen.cursor.y - 1].endswith('find "police')


def test_a_narrower_screen_is_drawn_anew(open_screen):
    screen = open_screen()
    screen.wait_for_prompt()
    screen.send("half a line")
    screen.wait_for_typed("half a line")
    screen.process.setwinsize(24, 60)
    screen.screen.resize(24, 60)
    screen.send("X")
    screen.wait(lambda: screen.typed().endswith("half a lineX"))
    screen.send("\x03")
    screen.wait_for_prompt()
    screen.enter("status")
    assert all(len(row) <= 60 for row in screen.rows())


def test_a_session_begins_with_the_lines_of_the_config_and_types_those_of_a_file(open_screen, tmp_path):
    (tmp_path / ".config" / "plenary").mkdir(parents=True)
    (tmp_path / ".config" / "plenary" / "config").write_text("# mine\nset ghost off\n")
    (tmp_path / "lines.txt").write_text("play Faro\n\nsource lines.txt\n")
    screen = open_screen()
    screen.wait_for_text("ghost is off now.")
    screen.wait_for_prompt()
    screen.send("source lines.txt\r")
    screen.wait_for_text("files name each other 8 deep")
    screen.wait(lambda: screen.prefix() == "[Faro]> ")
    screen.enter("source nothing.txt")
    screen.wait_for_text("There is no file nothing.txt")
