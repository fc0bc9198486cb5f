"""What is typed into the room, and what the yardsticks are told of it."""

import json
import shutil
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from processes import CannotRun, run

HANOI = Path("scenarios/hanoi")
BENCH_DRAFTS = 24
EDITED_CLAUSES = ["24.1", "24.2", "30.1", "35.1", "40.22", "54.1"]


@dataclass(frozen=True)
class Room:
    """What can be said of the clauses and states of hanoi, as the program itself tells it."""

    text: dict[str, str]
    """By clause, how it reads in the opening draft."""
    changes: list[tuple[str, str]]
    """Every clause with every provision that it does not have yet; no text at all is `absent`."""
    states: list[str]
    observers: list[str]
    forecast: dict
    """The forecast of the opening draft."""


def read_room(plenary: str, environment: dict[str, str]) -> Room:
    """Asks the program what there is."""
    play = [plenary, "play", "hanoi", "--output", "json"]
    text = json.loads(run(play, "text\nquit\n", environment).output.splitlines()[0])["text"]
    shown = run(play, "".join(f"show {clause}\n" for clause in text) + "quit\n", environment)
    changes = []
    for page in map(json.loads, shown.output.splitlines()):
        if page.get("schema") != "plenary.clause/1":
            continue
        provisions = [wording["id"] for wording in page["wordings"]] + ["absent"]
        changes += [(page["clause"], each) for each in provisions if each != page["now"]]
    forecast = json.loads(run([plenary, "forecast", "hanoi", "--json"], "", environment).output)
    return Room(
        text=text,
        changes=changes,
        states=[state["id"] for state in forecast["delegations"]],
        observers=[observer["id"] for observer in forecast["observers"]],
        forecast=forecast,
    )


def edits(plenary: str, environment: dict[str, str]) -> list[str]:
    """Edits of one drafting cue in the final text, as the program itself lists them."""
    lines = "start final\n" + "".join(f"sweep {clause}\n" for clause in EDITED_CLAUSES) + "quit\n"
    output = run([plenary, "play", "hanoi", "--output", "json"], lines, environment).output
    found = []
    for page in map(json.loads, output.splitlines()):
        if page.get("schema") == "plenary.sweep/1":
            words = [each["change"] for each in page["changes"] if '"' in each["change"]]
            found += [f"try {page['clause']} {each}" for each in words]
    return found


def typed(provision: str) -> str:
    """A provision as it is typed in a line."""
    return "strike" if provision == "absent" else provision


def thousand_lines(room: Room) -> list[str]:
    """A long session: every change in turn is looked at, tried, proposed, joined and withdrawn.

    Eleven lines a change, and round again until there are a thousand.
    """
    lines: list[str] = []
    states = cycle(room.states[::7])
    observers = cycle(room.observers)
    sides = cycle(["for", "against", "unsure", "changed"])
    for number, (clause, provision) in enumerate(islice(cycle(room.changes), 1000), start=1):
        state = next(states)
        change = f"{clause} {typed(provision)}"
        lines += [
            "text",
            f"show {clause}",
            f"try {change}",
            f"why {state}",
            f"who {next(sides)}",
            f"react {next(observers)}",
            f"propose {change}",
            f"{state}: sponsor P{number}",
            "undo",
            f"withdraw P{number}",
            "forecast",
        ]
    return lines[:1000]


def short_session(room: Room) -> str:
    """A dozen lines of everything, as in a first quarter of an hour."""
    tries = [f"try {clause} {typed(provision)}" for clause, provision in room.changes[::13]]
    lines = ["text", "show 6.2", *tries, "why France", "who unsure", "react", "compare final"]
    lines += ["lobby", "forecast", "propose 6.2 listed-rights", "vote P1", "log", "quit"]
    return "\n".join(lines) + "\n"


def scenario_with_drafts(room: Room, folder: Path) -> Path:
    """Hanoi with two dozen more drafts, each with one clause changed, so that every one is another text.

    Putting a draft on the table costs no forecast; asking for its chance of adoption costs one.
    """
    copy = folder / "hanoi"
    shutil.copytree(HANOI, copy)
    # Evenly over all changes, so that every kind of clause is among them.
    step = len(room.changes) / BENCH_DRAFTS
    chosen = [room.changes[int(step * number)] for number in range(BENCH_DRAFTS)]
    entries = []
    for number, (clause, provision) in enumerate(chosen, start=1):
        entries += [f"  bench-{number}:", f"    title: Bench {number}", "    wordings:"]
        wordings = {**room.text, clause: provision}
        entries += [f'      "{each}": {reading}' for each, reading in wordings.items()]
    file = copy / "scenario.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    if "drafts:" not in lines:
        raise CannotRun(f"{HANOI}/scenario.yaml has no line `drafts:` to add drafts below")
    below = lines.index("drafts:") + 1
    file.write_text("\n".join(lines[:below] + entries + lines[below:]) + "\n", encoding="utf-8")
    return copy


def draft_lines(asking: str) -> str:
    """Puts every added draft on the table and asks the same of each."""
    lines = [f"start bench-{number}\n{asking}\n" for number in range(1, BENCH_DRAFTS + 1)]
    return "".join(lines) + "quit\n"


def small_statements() -> str:
    """A thousand small statements for sqlite3."""
    lines = ["create table moves (number integer primary key, clause text, gain real);"]
    kinds = cycle(
        [
            "insert into moves values ({0}, '6.2', {0} / 7.0);",
            "update moves set gain = gain + 1 where number = {0} - 1;",
            "select count(*), sum(gain) from moves;",
        ]
    )
    lines += [kind.format(number) for number, kind in zip(range(1, 1000), kinds)]
    return "\n".join(lines) + "\n"
