"""Runs processes and says what they took: time, peak memory, output."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median


class CannotRun(Exception):
    """A process did not do what it was asked, so that its time would mean nothing."""


@dataclass(frozen=True)
class Time:
    """Seconds by the clock, and seconds that a processor worked for it.

    On a machine with other work the first is too long and the second still holds.
    """

    clock: float
    processor: float

    def __sub__(self, other: "Time") -> "Time":
        return Time(self.clock - other.clock, self.processor - other.processor)

    def __mul__(self, factor: float) -> "Time":
        return Time(self.clock * factor, self.processor * factor)


@dataclass(frozen=True)
class Run:
    """One process that has ended."""

    time: "Time"
    megabytes: float
    output: str
    is_cut_short: bool


@dataclass(frozen=True)
class Figure:
    """What several runs came to."""

    values: tuple[float, ...]
    processor: float | None = None
    """What a processor worked, in the middle; None where that is not known."""

    @property
    def middle(self) -> float:
        return median(self.values)

    def scaled(self, factor: float) -> "Figure":
        """The same in another unit."""
        processor = None if self.processor is None else self.processor * factor
        return Figure(tuple(value * factor for value in self.values), processor)

    @staticmethod
    def of(times: list[Time], unit: float = 1) -> "Figure | None":
        """Times in a unit, given as how many of it make a second; None where there are none."""
        if not times:
            return None
        processor = median(time.processor for time in times)
        return Figure(tuple(time.clock * unit for time in times), processor * unit)


def run(
    command: list[str],
    typed: str = "",
    environment: dict[str, str] | None = None,
    limit: float | None = None,
    codes: tuple[int, ...] = (0,),
) -> Run:
    """Runs a process from start to end, with files for input and output so that no pipe holds it up.

    Past `limit` seconds it is ended, and the run says so.
    """
    program = shutil.which(command[0])
    if program is None:
        raise CannotRun(f"{command[0]} is not found")
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as said:
        given.write(typed.encode())
        given.seek(0)
        actions = [
            (os.POSIX_SPAWN_DUP2, given.fileno(), 0),
            (os.POSIX_SPAWN_DUP2, said.fileno(), 1),
            (os.POSIX_SPAWN_DUP2, said.fileno(), 2),
        ]
        start = time.perf_counter()
        child = os.posix_spawn(program, command, environment or dict(os.environ), file_actions=actions)
        cut = threading.Event()

        def end() -> None:
            cut.set()
            os.kill(child, signal.SIGKILL)

        alarm = threading.Timer(limit, end) if limit else None
        if alarm:
            alarm.start()
        _, status, usage = os.wait4(child, 0)
        seconds = time.perf_counter() - start
        if alarm:
            alarm.cancel()
        said.seek(0)
        output = said.read().decode(errors="replace")
    code = os.waitstatus_to_exitcode(status)
    if code not in codes and not cut.is_set():
        raise CannotRun(f"{' '.join(command)} ended with {code}: {output.strip()[-300:]}")
    # Linux counts in kilobytes, macOS in bytes.
    unit = 1e6 if sys.platform == "darwin" else 1e6 / 1024
    took = Time(seconds, usage.ru_utime + usage.ru_stime)
    return Run(took, usage.ru_maxrss / unit, output, cut.is_set())


def run_at_terminal(command: list[str], typed: str, environment: dict[str, str]) -> Run:
    """Runs a process at a pseudo-terminal, typing ahead, until it closes it."""
    leader, follower = os.openpty()
    said = b""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=follower, stdout=follower, stderr=follower, env=environment, close_fds=True
    )
    os.close(follower)
    os.write(leader, typed.encode())
    while True:
        try:
            chunk = os.read(leader, 65536)
        except OSError:  # Linux's word for the end of a terminal.
            break
        if not chunk:
            break
        said += chunk
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = code = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    os.close(leader)
    output = said.decode(errors="replace")
    if code != 0:
        raise CannotRun(f"{' '.join(command)} at a terminal ended with {code}: {output[-300:]}")
    return Run(Time(seconds, usage.ru_utime + usage.ru_stime), 0, output, False)


def has_gnu_time() -> bool:
    """Whether /usr/bin/time can tell the peak memory of a process."""
    tool = Path("/usr/bin/time")
    if not tool.exists():
        return False
    tried = subprocess.run([str(tool), "-v", "true"], capture_output=True, text=True, check=False)
    return "Maximum resident set size (kbytes)" in tried.stderr


def peak_megabytes(
    command: list[str], typed: str = "", environment: dict[str, str] | None = None
) -> float:
    """The peak memory of a process.

    By /usr/bin/time -v where there is one: what wait4 says of a child of ours is never below what we
    held ourselves when we started it.
    """
    if not has_gnu_time():
        return run(command, typed, environment).megabytes
    output = run(["/usr/bin/time", "-v", *command], typed, environment).output
    line = next(line for line in output.splitlines() if "Maximum resident set size" in line)
    return int(line.split()[-1]) * 1024 / 1e6
