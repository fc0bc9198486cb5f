"""Plays one delegation over plenary.jsonl/1: python3 client.py PLENARY SCENARIO STATE

It tries every proposal that it may table, tables the one that it would gain most by, and votes for it.
"""

import json
import subprocess
import sys

program, scenario, state = sys.argv[1:4]
room = subprocess.Popen(
    [program, "serve-stdio", scenario, "--as", state], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
)
asked = 0


def ask(**request):
    global asked
    asked += 1
    print(json.dumps({"id": asked, **request}), file=room.stdin, flush=True)
    answer = json.loads(room.stdout.readline())
    assert answer["id"] == asked, answer
    if "error" in answer:
        sys.exit(answer["error"]["message"])
    return answer["result"]


def gain(change):
    vote = ask(line=f"try {change}")["reply"].get("separate", {"delegations": []})
    return sum(each["gain"] for each in vote["delegations"] if each["id"] == state)


print(ask(call="hello")["title"])
proposals = [move.removeprefix("propose ") for move in ask(call="moves")["moves"] if move.startswith("propose ")]
best = max(proposals, key=gain)
for line in [f"propose {best}", "vote P1", "yes", "quit"]:
    print(ask(line=line)["text"])
