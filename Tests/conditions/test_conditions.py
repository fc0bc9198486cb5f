"""A usable session, or one clear sentence, where the world round the program is not as usual."""

import os
import resource
import subprocess

import pytest

LINES = "text\ntry 2 shall-review\nforecast\nquit\n"


def play(arguments=(), lines=LINES, home=None, **options):
    environment = {"PATH": os.environ["PATH"], "HOME": str(home or "/nonexistent")}
    environment.update(options.pop("environment", {}))
    return subprocess.run(
        [os.environ["PLENARY"], "play", "classroom", *arguments],
        input=lines.encode(),
        capture_output=True,
        env=environment,
        timeout=60,
        **options,
    )


@pytest.mark.parametrize(
    "environment",
    [
        {"TERM": "dumb"},
        {"NO_COLOR": "1", "FORCE_COLOR": "1"},
        {"LC_ALL": "C"},
        {"LC_ALL": "de_DE.ISO-8859-1", "LANG": "tr_TR.UTF-8"},
    ],
)
def test_the_same_bytes_whatever_the_environment(environment):
    usual, here = play(), play(environment=environment)
    assert here.returncode == usual.returncode == 0
    assert here.stdout == usual.stdout
    assert b"\x1b" not in here.stdout


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_no_row_is_wider_than_the_screen(columns):
    lines = f"set width {columns}\n" + LINES.replace("quit", "who against\nreact\nassumptions\nquit")
    done = play(lines=lines)
    assert done.returncode == 0
    rows = done.stdout.decode().split(f"width is {columns} now.")[1].splitlines()
    assert max(len(row) for row in rows) <= columns


def test_closed_input_ends_the_session():
    program = os.environ["PLENARY"]
    done = subprocess.run(f"'{program}' play classroom <&-", shell=True, capture_output=True, timeout=60)
    assert done.returncode == 0
    assert b"Treaty on Stolen Data" in done.stdout


def test_closed_output_is_quiet_and_leaves():
    program = os.environ["PLENARY"]
    line = f"yes text | head -500 | '{program}' play classroom | head -1; exit ${{PIPESTATUS[2]}}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, timeout=60)
    assert done.returncode == 0 and done.stderr == b""
    done = subprocess.run(f"'{program}' play classroom >&- </dev/null", shell=True, capture_output=True, timeout=60)
    assert done.returncode == 74 and done.stderr.count(b"\n") == 1


def no_space():
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def test_a_full_disk_is_one_sentence(tmp_path):
    done = play(["--record", str(tmp_path / "record.plenary")], preexec_fn=no_space)
    assert done.returncode in (73, 74)
    assert done.stderr.count(b"\n") == 1 and b"cannot be written" in done.stderr
    done = play(lines=f"save {tmp_path}/saved.plenary\nforecast\nquit\n", preexec_fn=no_space)
    assert done.returncode == 0
    assert b"cannot be written" in done.stdout and b"what states want" in done.stdout


def test_a_full_disk_keeps_a_session_at_a_terminal(tmp_path):
    import pexpect

    # The history and the transcript of the session cannot be written; the terminal can.
    process = pexpect.spawn(
        os.environ["PLENARY"],
        ["play", "classroom"],
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "TERM": "xterm", "NO_COLOR": "1"},
        preexec_fn=no_space,
        timeout=10,
    )
    process.expect("This session is not kept")
    process.expect("2004h")
    process.send("status\r")
    process.expect("Round 1 of 3")
    process.expect("Lines typed are not kept")
    process.send("forecast\r")
    process.expect("what states want")
    process.send("\x04")
    process.expect(pexpect.EOF)
    process.close()
    assert process.exitstatus == 0
