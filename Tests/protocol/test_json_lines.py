"""One answer to each request over plenary.jsonl/1, whatever the request."""

import json
import os
import subprocess


def exchange(*requests, arguments=("classroom",)):
    lines = [each if isinstance(each, str) else json.dumps(each) for each in requests]
    done = subprocess.run(
        [os.environ["PLENARY"], "serve-stdio", *arguments],
        input="\n".join(lines) + "\n",
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_each_request_gets_one_answer_with_its_id():
    answers = exchange(
        {"id": 1, "call": "ping"},
        {"id": "two", "line": "status"},
        "no json",
        '{"id": 4, "line": 5}',
        {"id": 5},
        {"id": 6, "line": ""},
        {"id": 7, "call": "complete"},
        {"id": 8, "line": "# a comment"},
        {"id": 9, "line": "propose 2 nothing"},
        {"id": 10, "line": "quit"},
        {"id": 11, "call": "ping"},
    )
    assert [each["id"] for each in answers] == [1, "two", None, 4, 5, 6, 7, 8, 9, 10]
    assert [each.get("error", {}).get("code") for each in answers] == [
        None, None, "not-a-request", "not-a-request", "unknown-call", "not-a-request", "unknown-call", None, "refused", None,
    ]  # fmt: skip
    instead = answers[8]["error"]["tryInstead"]
    assert "result" in exchange({"id": 1, "line": instead})[0]


def test_every_move_that_is_offered_is_taken():
    moves = exchange({"id": 1, "line": "Faro: propose 2 shall-review"}, {"id": 2, "call": "moves"})[1]["result"]["moves"]
    assert len(moves) == len(set(moves)) > 20
    assert "propose 2 shall-review" not in moves
    assert "sponsor P1" not in moves  # the chair cannot
    for move in moves:
        answers = exchange({"id": 1, "line": "Faro: propose 2 shall-review"}, {"id": 2, "line": move})
        assert "result" in answers[1], (move, answers[1])


def test_a_state_has_one_hash_however_it_was_reached():
    proposal = {"id": 1, "line": "propose 2 shall-review"}
    ask = {"id": 2, "call": "hash"}
    first, before = [each["result"]["hash"] for each in exchange(ask, {"id": 3, "line": "forecast"}, ask)[::2]]
    _, after, _, back = exchange(proposal, ask, {"id": 3, "line": "undo"}, ask)
    assert first == before == back["result"]["hash"] != after["result"]["hash"]
    assert exchange(ask, arguments=("classroom", "--seed", "2"))[0]["result"]["hash"] != first
