"""Measures plenary beside stated yardsticks and prints a table; `bin/bench` calls it.

The program is measured from outside, on the release binary, and what is compared is run alternately, so
that whatever else the machine does falls on both. The core is measured in its own process besides, by the
package in this folder.
"""

import os
import platform
import re
import sys
import tempfile
import textwrap
from functools import cached_property
from pathlib import Path

import core
import room as rooms
from processes import CannotRun, Figure, Time, has_gnu_time, peak_megabytes, run, run_at_terminal

STARTS = 20
FORECASTS = 5
TRIES = 3
SIZES = [10, 20, 50, 100, 193, 400, 700, 1000]
"""Numbers of delegations in the rooms that show how cost grows."""
PEAKS = 3
REPLAYS = 3
PACE_LIMIT = 25.0
"""Seconds after which a thousand lines that are not done yet are cut short."""
REPEAT_LIMIT = 12.0
"""Seconds after which a replay is not repeated."""

PYTHON = sys.executable


class Table:
    """The rows as they are measured, printed in columns at the end."""

    def __init__(self) -> None:
        self.rows = [("", "median (min–max)", "processor", "bound", "", "times ours")]
        self.ours: tuple[Figure, str] | None = None

    def add(self, what: str, figure: Figure, unit: str, bound: float | None = None) -> None:
        """Adds what plenary took."""
        verdict = ""
        if bound is not None:
            verdict = "within" if figure.middle <= bound else "over"
        stated = "" if bound is None else f"{bound:g} {unit}"
        self.rows.append((what, *Table.words(figure, unit), stated, verdict, ""))
        self.ours = (figure, unit)

    def beside(self, what: str, figure: Figure | None, unit: str) -> None:
        """Adds what a yardstick took, also as a multiple of our row above it; None where it could not be run."""
        words = ("not run", "") if figure is None else Table.words(figure, unit)
        ratio = ""
        if figure and self.ours:
            ours = self.ours[0].middle * Table.seconds(self.ours[1])
            multiple = figure.middle * Table.seconds(unit) / ours
            ratio = f"{multiple:,.0f} ×" if multiple >= 10 else f"{multiple:.2g} ×"
        self.rows.append((f"  beside: {what}", *words, "", "", ratio))

    @staticmethod
    def seconds(unit: str) -> float:
        """A unit in seconds; what is no time is taken as it is."""
        return {"ms": 1e-3, "µs": 1e-6}.get(unit, 1)

    def gap(self) -> None:
        self.rows.append(("", "", "", "", "", ""))

    def show(self) -> None:
        widths = [max(len(row[place]) for row in self.rows) for place in range(6)]
        for row in self.rows:
            cells = [cell.ljust(width) for cell, width in zip(row, widths)]
            print("  ".join(cells).rstrip())

    @staticmethod
    def words(figure: Figure, unit: str) -> tuple[str, str]:
        """The figure by the clock, and by the processor."""

        def digits(value: float) -> str:
            return f"{value:.0f}" if value >= 99.5 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"

        low, high = digits(min(figure.values)), digits(max(figure.values))
        processor = "" if figure.processor is None else f"{digits(figure.processor)} {unit}"
        return f"{digits(figure.middle)} {unit} ({low}–{high})", processor


class Bench:
    """One run of all measurements."""

    def __init__(self, plenary: str, with_numpy: str, scratch: Path) -> None:
        self.plenary = plenary
        self.with_numpy = with_numpy
        self.scratch = scratch
        self.table = Table()
        self.notes: list[str] = []
        self.problems: list[str] = [] if with_numpy else ["numpy is not there"]
        # No history, transcript or colour of whoever runs this; scenarios of this repository only.
        foreign = {"PLENARY_SCENARIOS", "NO_COLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "CI"}
        self.environment = {name: value for name, value in os.environ.items() if name not in foreign}
        self.environment |= {"HOME": str(scratch), "XDG_STATE_HOME": str(scratch), "TERM": "xterm"}

    @cached_property
    def room(self) -> rooms.Room:
        """What the program tells of hanoi; the core is measured without it."""
        return rooms.read_room(self.plenary, self.environment)

    def run(self, wanted: list[str]) -> None:
        """Measures the parts that are wanted; all of them where none is named."""
        parts = {
            "starts": self.starts,
            "forecast": self.forecast,
            "replay": self.replay,
            "memory": self.memory,
            "core": self.inside,
        }
        for part in wanted or parts:
            self.table.gap()
            try:
                parts[part]()
            except CannotRun as problem:
                self.problems.append(str(problem))

    def starts(self) -> None:
        """Starting a process, and starting a room."""
        play = [self.plenary, "play", "hanoi"]
        classroom = [self.plenary, "play", "classroom"]
        quitting = "quit\n"
        times: dict[str, list[Time]] = {}
        for _ in range(STARTS):
            for name, took in [
                ("version", run([self.plenary, "--version"], "", self.environment).time),
                ("sqlite3", self.sqlite([":memory:", ".quit"])),
                ("python3", run([PYTHON, "-c", "pass"]).time),
                ("bare python3", run([PYTHON, "-I", "-S", "-c", "pass"]).time),
                ("room", run(play, quitting, self.environment).time),
                ("terminal", run_at_terminal(play, quitting, self.environment).time),
                ("classroom", run_at_terminal(classroom, quitting, self.environment).time),
            ]:
                if took is not None:
                    times.setdefault(name, []).append(took)
        figures = {name: Figure.of(values, 1000) for name, values in times.items()}
        sqlite = figures.get("sqlite3")
        bound = round(5 * sqlite.middle, 1) if sqlite else None
        self.table.add("1 plenary --version", figures["version"], "ms", bound)
        self.table.beside("sqlite3 :memory: .quit", figures.get("sqlite3"), "ms")
        self.besides_python(figures)
        self.table.gap()
        self.table.add("2 play hanoi, `quit` over a pipe", figures["room"], "ms", 60)
        self.table.add("  the same at a terminal", figures["terminal"], "ms", 60)
        sooner = round(figures["python3"].middle, 1)
        self.table.add("  play classroom at a terminal", figures["classroom"], "ms", sooner)
        self.besides_python(figures)

    def besides_python(self, figures: dict[str, Figure]) -> None:
        """Python as it is installed here, and without what has been installed into it."""
        self.table.beside("python3 -c pass", figures["python3"], "ms")
        self.table.beside("python3 -I -S -c pass", figures["bare python3"], "ms")

    def forecast(self) -> None:
        """One forecast of a whole text, by the difference that it makes to a session."""
        play = [self.plenary, "play", str(rooms.scenario_with_drafts(self.room, self.scratch))]
        changes = self.room.changes[::10]
        tries = "".join(f"try {clause} {rooms.typed(each)}\n" for clause, each in changes)
        edits = rooms.edits(self.plenary, self.environment)
        edited = "start final\nforecast\n"
        one, trying, editing, again = [], [], [], []
        for _ in range(FORECASTS):
            asked = self.session(play, rooms.draft_lines("expect adoption >= 0"))
            spared = self.session(play, rooms.draft_lines("expect round >= 0"))
            one.append((asked - spared) * (1 / rooms.BENCH_DRAFTS))
        for _ in range(TRIES):
            # Both sessions know the forecast of the standing text, which every `try` compares with.
            asked = self.session([self.plenary, "play", "hanoi"], f"forecast\n{tries}quit\n")
            spared = self.session([self.plenary, "play", "hanoi"], "forecast\nquit\n")
            trying.append((asked - spared) * (1 / len(changes)))
            final = [self.plenary, "play", "hanoi"]
            asked = self.session(final, edited + "\n".join(edits) + "\nquit\n")
            editing.append((asked - self.session(final, edited + "quit\n")) * (1 / len(edits)))
            asked = self.session([self.plenary, "play", "hanoi"], "forecast\n" * 6 + "quit\n")
            again.append((asked - spared) * (1 / 5))
        self.table.add("3 one forecast of hanoi", Figure.of(one, 1000), "ms", 10)
        self.table.add("  one `try` line (two forecasts, its page)", Figure.of(trying, 1000), "ms")
        self.table.add("  one edit of a word, with all its estimates", Figure.of(editing, 1000), "ms", 25)
        self.table.add("  one `forecast` line on a known text", Figure.of(again, 1000), "ms")
        self.rounds()
        self.notes.append(
            f"3: {rooms.BENCH_DRAFTS} drafts with one clause changed are put on the table in turn; the "
            "time of `expect adoption >= 0` after each (one new forecast of the whole text) less that of "
            "`expect round >= 0` (none), by draft."
        )
        self.notes.append(
            f"3: the {len(edits)} edits are those of one drafting cue that `sweep` lists for six clauses of the final text; "
            "each is placed, put to a separate vote, run again with other inputs, and judged by every observer."
        )

    def rounds(self) -> None:
        """A round in which every state acts for itself; the last one has most in brackets."""
        play = [self.plenary, "play", "hanoi"]
        first, last = [], []
        for _ in range(TRIES):
            none, one, three, four = (
                self.session(play, "play chair\n" + "next\n" * count + "quit\n") for count in (0, 1, 3, 4)
            )
            first.append(one - none)
            last.append(four - three)
        self.table.add("  the first round of 193 states that nobody plays", Figure.of(first, 1000), "ms", 500)
        self.table.add("  the fourth, with most in brackets", Figure.of(last, 1000), "ms", 500)

    def replay(self) -> None:
        """A thousand typed lines, recorded and then replayed."""
        lines = rooms.thousand_lines(self.room)
        transcript = self.scratch / "thousand.plenary"
        play = [self.plenary, "play", "hanoi", "--record", str(transcript)]
        recorded = run(play, "\n".join(lines) + "\n", self.environment, limit=PACE_LIMIT)
        if "\n! " in recorded.output:
            refusal = recorded.output.split("\n! ")[1].splitlines()[0]
            raise CannotRun(f"a line of the long session is refused: {refusal}")
        count = len(lines)
        if recorded.is_cut_short:
            count = keep_whole_steps(transcript)
        replay = [self.plenary, "replay", str(transcript)]
        statements = self.scratch / "statements.sql"
        statements.write_text(rooms.small_statements(), encoding="utf-8")
        reading = f"print(sum(1 for line in open({str(statements)!r})))"
        times: list[Time] = []
        sqlite: list[Time] = []
        python: list[Time] = []
        for _ in range(REPLAYS):
            # A slow replay is not repeated.
            if not times or times[0].clock < REPEAT_LIMIT:
                run_of_all = run(replay, "", self.environment)
                if "1 agree, 0 differ" not in run_of_all.output:
                    raise CannotRun(f"the replay differs: {run_of_all.output[-300:]}")
                times.append(run_of_all.time * (len(lines) / count))
            took = self.sqlite([":memory:", f".read {statements}"])
            if took is not None:
                sqlite.append(took)
            python.append(run([PYTHON, "-c", reading]).time)
        self.table.add("4 1,000 typed lines replayed", Figure.of(times), "s", 5)
        self.table.beside("sqlite3, 1,000 small statements", Figure.of(sqlite), "s")
        self.table.beside("python3 reading those lines", Figure.of(python), "s")
        kinds: dict[str, int] = {}
        for line in lines:
            verb = line.split(": ")[-1].split()[0]
            kinds[verb] = kinds.get(verb, 0) + 1
        mix = ", ".join(f"{many} {verb}" for verb, many in kinds.items())
        self.notes.append(
            f"4: {mix}; over all {len(self.room.changes)} changes of one clause. The yardsticks "
            "do other work: they give orders of magnitude and nothing more."
        )
        if recorded.is_cut_short:
            self.notes.append(
                f"4: recording was cut short after {PACE_LIMIT:g} s; the first {count} lines were "
                "replayed and the figure is scaled from them."
            )
        self.notes.append(
            f"5: the long session of 4 peaked at {recorded.megabytes:.0f} MB over {count} lines."
        )

    def memory(self) -> None:
        """Peak memory of a session that asks a bit of everything."""
        play = [self.plenary, "play", "hanoi"]
        session = rooms.short_session(self.room)
        ours: list[float] = []
        theirs: list[float] = []
        for _ in range(PEAKS):
            ours.append(peak_megabytes(play, session, self.environment))
            if self.with_numpy:
                theirs.append(peak_megabytes([self.with_numpy, "-c", "import numpy"]))
        self.table.add("5 peak memory of a hanoi session", Figure(tuple(ours)), "MB", 150)
        self.table.beside("python3 -c 'import numpy'", Figure(tuple(theirs)) if theirs else None, "MB")
        how = "/usr/bin/time -v" if has_gnu_time() else "what wait4 says of the child"
        count = len(session.splitlines())
        self.notes.append(f"5: {count} lines; peak resident set by {how}, in 10⁶ bytes.")

    def inside(self) -> None:
        """The core in its own process, beside peers that do the same job."""
        times = core.times()
        peers: list[core.Peer] = []
        if self.with_numpy:
            given = self.scratch / "export.json"
            core.export(given)
            peers, problems = core.peers(self.with_numpy, given)
            self.problems += problems
        for job, title, unit, bound in [
            ("forecast/hanoi", "6 forecast of hanoi in process, 193 states", "ms", 2),
            ("pulls/hanoi", "  all 193 pulls on consensus", "ms", 20),
            ("poisson-binomial/193", "  193 independent ballots counted", "µs", None),
            *((f"power/{size}", f"  both power indices of {size} members", "ms", None) for size in [10, 50, 193]),
            *((f"challenge/{size}", f"  challenge model, {size} bargainers", "ms", None) for size in [10, 50, 193]),
        ]:
            if job not in times:
                raise CannotRun(f"there is no benchmark {job}")
            factor = 1 / Table.seconds(unit)
            self.table.add(title, times[job].scaled(factor), unit, bound)
            for peer in peers:
                if peer.job != job:
                    continue
                self.table.beside(peer.name, peer.figure and peer.figure.scaled(factor), unit)
                if peer.figure is None:
                    self.problems.append(f"{peer.name} and plenary disagree on {job} by {peer.apart:.2g}")
        far = [f"{peer.job} {peer.name} {peer.apart:.1g} (at most {peer.bound:g})" for peer in peers]
        if far:
            self.notes.append("6: answers were compared first, largest differences: " + "; ".join(far) + ".")
        self.notes.append(
            "6: one core each, without the start of a process. numpy draws as often as makes the standard error of "
            "the chance of adoption 0.0005, p · (1 − p) / 0.0005², and finds that chance only. fast-poibin keeps to "
            "one count; power-bdd and powerindices find the same two indices as ours; numpy's challenge model is "
            "the published one over all triples. powerindices counts in 64 bits, and leaves out 193 members."
        )
        self.table.gap()
        for size in SIZES:
            for kind, title in [("vote", "forecast"), ("pulls", "pulls"), ("power", "power"), ("challenge", "challenge")]:
                if f"{kind}/{size}" in times:
                    self.table.add(f"7 {size:,} delegations: {title}", times[f"{kind}/{size}"].scaled(1000), "ms")
        self.notes.append(
            "7: the room of the final draft with fewer states, evenly chosen, or with all of them more than once; power "
            "in a body with one to ten votes a member, of which 65 in 100 carry."
        )

    def session(self, command: list[str], typed: str) -> Time:
        """What a piped session takes; a refused line would cost nothing and count as one."""
        took = run(command, typed, self.environment)
        if "\n! " in took.output:
            raise CannotRun("refused: " + took.output.split("\n! ")[1].splitlines()[0])
        return took.time

    def sqlite(self, arguments: list[str]) -> Time | None:
        """What sqlite3 takes; None where there is none."""
        try:
            return run(["sqlite3", *arguments]).time
        except CannotRun as problem:
            if str(problem) not in self.problems:
                self.problems.append(str(problem))
            return None


def keep_whole_steps(transcript: Path) -> int:
    """Drops the last step of a transcript that was cut short, and counts the others."""
    text = transcript.read_text(encoding="utf-8", errors="ignore")
    prompts = [match.start() for match in re.finditer(r"^> ", text, re.MULTILINE)]
    transcript.write_text(text[: prompts[-1]].rstrip("\n") + "\n", encoding="utf-8")
    return len(prompts) - 1


def first_line(command: list[str]) -> str:
    """What a program says of itself, or that it is missing."""
    try:
        lines = run(command).output.splitlines()
    except CannotRun:
        return "none"
    return lines[0].strip() if lines else ""


def processor() -> str:
    """The model of the processor."""
    if sys.platform == "darwin":
        return first_line(["sysctl", "-n", "machdep.cpu.brand_string"])
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.machine()
    found = re.search(r"^model name\s*: (.*)$", text, re.MULTILINE)
    return found[1] if found else platform.machine()


def show_machine(plenary: str, with_numpy: str) -> None:
    """Where this was measured, and what."""
    load = ", ".join(f"{value:.2f}" for value in os.getloadavg())
    numpy = first_line([with_numpy, "-c", "import numpy; print(numpy.__version__)"]) if with_numpy else "none"
    commit = first_line(["git", "describe", "--always", "--dirty"])
    sqlite = first_line(["sqlite3", "--version"]).split(" ")[0]
    system = f"{platform.system()} {platform.release()}"
    print(f"{processor()}, {os.cpu_count()} cores; {system}; load before {load}")
    print(
        f"plenary {first_line([plenary, '--version'])} (sources {commit}); sqlite3 {sqlite}; "
        f"python3 {platform.python_version()}; numpy {numpy}"
    )
    print()


def main() -> int:
    plenary, with_numpy = str(Path(sys.argv[1]).absolute()), sys.argv[2]
    show_machine(plenary, with_numpy)
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(plenary, with_numpy, Path(scratch))
        bench.run(sys.argv[3:])
    bench.table.show()
    print()
    for note in bench.notes:
        print(textwrap.fill(note, 100, subsequent_indent="   "))
    load = os.getloadavg()[0]
    closing = (
        f"Load after the run: {load:.2f} on {os.cpu_count()} cores, about 1 of it this run's own. With "
        "more load than cores, times by the clock are too long; those of the processor still hold."
    )
    print(textwrap.fill(closing, 100))
    for problem in bench.problems:
        print(f"bin/bench: could not run: {problem}", file=sys.stderr)
    return 1 if bench.problems else 0


if __name__ == "__main__":
    sys.exit(main())
