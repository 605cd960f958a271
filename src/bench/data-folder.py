"""Makes a data folder with requests in every state, with the jar of a version: data-folder.py JAR FOLDER.

The demo tenant and the playground's API play it: people ask, approvers decide, faults of the simulator stop what is to stop. JAVA_HOME
is a JDK 25. Afterwards src/test/resources/store/README.md says what to keep of the folder.
"""
import json, os, pathlib, re, subprocess, sys, time, urllib.parse, urllib.request

PORT = int(os.environ.get("PORT", "4791"))
JAVA = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
# In the environment, as versions that do not know them ignore them there.
PACE = {**os.environ, "LINEKEEPER_PACE_PER_PERSON": "1000000", "LINEKEEPER_PACE_PER_CONVERSATION": "1000000"}
YEARS = "36500d"  # what waits must still wait when the folder is opened years later
people = {}
newest = 0


def call(method, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    headers = {"Content-Type": "application/json", "X-Linekeeper-Playground": "1"}
    request = urllib.request.Request(f"http://127.0.0.1:{PORT}{path}", method=method, data=data, headers=headers)
    with urllib.request.urlopen(request, timeout=120) as answer:
        text = answer.read()
        return json.loads(text) if text else None


def texts(node):
    if isinstance(node, dict):
        if node.get("type") in ("TextBlock", "TextRun") and node.get("text"):
            yield node["text"]
        for value in node.values():
            yield from texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value)


def messages(who):
    return call("GET", f"/playground/api/messages?as={people[who]}&room=" + urllib.parse.quote("a:" + people[who]))


def welcome(message):
    return next(texts(message["cards"]), "").startswith("Hello,")


def say(who, text):
    """Says something to the bot and waits for its answer; earlier versions have its text beside the author."""
    body = {"as": people[who], "locale": "en-US", "room": "a:" + people[who], "text": text}
    said = call("POST", "/playground/api/messages", body)
    for _ in range(300):
        answers = [m for m in messages(who) if (m["author"] or {"bot": True}).get("bot") and int(m["id"]) > int(said["id"]) and not welcome(m)]
        if answers:
            heard = list(texts([m["cards"] for m in answers])) + [m.get("content", m).get("text") or "" for m in answers]
            print(f"{who}: {text}\n    {' / '.join(heard[:5])}", flush=True)
            return heard
        time.sleep(0.2)
    raise SystemExit(f"no answer to {who}: {text}")


def ask(who, text):
    """Asks for a change; the number of the request, which is higher than any before."""
    global newest
    say(who, text)
    for _ in range(100):
        numbers = [int(n) for n in re.findall(r"SC-(\d+)", json.dumps(messages(who)))]
        if max(numbers, default=0) > newest:
            newest = max(numbers)
            return f"SC-{newest}"
        time.sleep(0.2)
    raise SystemExit(f"no request came of: {text}")


def wait(number, *states):
    """Waits until the card of a request shows one of these words."""
    for _ in range(60):
        status = " ".join(t for t in say("ana", f"request {number}")[:4] if t.startswith("**"))
        if any(state in status for state in states):
            return
        time.sleep(1)
    raise SystemExit(f"{number} never became {states}")


def fault(**members):
    call("POST", "/emulator/faults", members)


def carry_out(approver, number, state):
    say(approver, f"approve {number}")
    say(approver, f"confirm {number}")  # asked once more where the risk is high; earlier versions do not know it
    wait(number, state)


def drift(person, kind, policy):
    fault(kind="drift", person=f"{person}@contoso.example", policyType=kind, policy=policy)


class Bot:
    """The jar, serving on the folder; with settings of this part of the story."""

    def __init__(self, jar, folder, **settings):
        self.command = [JAVA, "-Xmx600m", "-jar", jar, f"--server.port={PORT}", f"--linekeeper.data-folder={folder}",
                        f"--spring.datasource.url=jdbc:h2:file:{folder}/linekeeper", "--linekeeper.emulator.grant-delay=0s",
                        "--linekeeper.emulator.number-delay=0s", *(f"--{k}={v}" for k, v in settings.items())]

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdout=open(f"/tmp/linekeeper-{PORT}.log", "a"), stderr=subprocess.STDOUT, env=PACE)
        for _ in range(600):
            try:
                for persona in call("GET", "/playground/api/desk")["personas"]:
                    people[persona["alias"].split(".")[0]] = persona["oid"]
                return self
            except OSError:
                time.sleep(1)
        raise SystemExit("the bot does not start")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(60)


def story(jar, folder):
    life = {"linekeeper.approval.expiry": YEARS, "linekeeper.approval.undo-for": YEARS, "linekeeper.approval.reminders": YEARS}
    with Bot(jar, folder, **{"linekeeper.approval.expiry": "20s"}):
        expired = ask("ana", "move pradeep.gupta@contoso.example to Seattle because he moves house")
        time.sleep(20)
        wait(expired, "Expired")
    with Bot(jar, folder, **life, **{"linekeeper.mode": "dry-run"}):
        carry_out("lee", ask("ana", "move zoe.keller@contoso.example to London because we rehearse"), "Done")
    with Bot(jar, folder, **life, **{"linekeeper.approval.quorum": 2, "linekeeper.approval.high-risk-quorum": 2}):
        half = ask("ana", "move xavier.costa@contoso.example to London because he moves")
        say("lee", f"approve {half}")  # one of two
    with Bot(jar, folder, **life, **{"linekeeper.approval.high-risk-quorum": 1}):
        carry_out("lee", ask("ana", "enrol alex.wilber@contoso.example with Seattle because he joins sales"), "Done")
        taken_back = ask("ana", "enrol adele.vance@contoso.example with London because she joins sales")
        carry_out("priya", taken_back, "Done")
        carry_out("priya", ask("ana", f"undo {taken_back} because it was a mistake"), "Done")
        wait(taken_back, "Undone", "Taken back")
        say("lee", f"deny {ask('ana', 'move joni.sherman@contoso.example to London because she likes it')} because legal stays in Seattle")
        say("ana", f"cancel {ask('ana', 'move joni.sherman@contoso.example to Berlin because of a typing error')}")
        nothing_left = ask("ana", "move christie.cline@contoso.example to London because she moves")
        drift("christie.cline", "TeamsSharedCallingRoutingPolicy", "London")
        drift("christie.cline", "TeamsEmergencyCallRoutingPolicy", "Emergency-UK")
        carry_out("lee", nothing_left, "Overtaken")
        blocked = ask("ana", "move isaiah.langer@contoso.example to London because he moves")
        fault(kind="expired-licence", person="isaiah.langer@contoso.example")
        carry_out("lee", blocked, "Overtaken")
        fresh = ask("ana", "remove debra.berger@contoso.example because she leaves")
        drift("debra.berger", "TeamsSharedCallingRoutingPolicy", "Seattle")
        carry_out("lee", fresh, "fresh look")
        ask("ana", "move lidia.holloway@contoso.example to London because she moves")  # waits
        fault(kind="access-denied", path="teamsAdministration.assign", times=0)
        fault(kind="powershell-access-denied", path="/powershell/Grant-Cs", times=0)
        by_hand = ask("sam", "move grady.archie@contoso.example to London because he moves")
        carry_out("lee", by_hand, "stopped")
        carry_out("lee", ask("ana", "enrol alex.weber@contoso.example with Berlin because he joins"), "stopped")
        call("DELETE", "/emulator/faults")
        drift("grady.archie", "TeamsSharedCallingRoutingPolicy", "London")
        drift("grady.archie", "TeamsEmergencyCallRoutingPolicy", "Emergency-UK")
        say("sam", f"done {by_hand}")
        wait(by_hand, "Done")
        approved = ask("ana", "move ingrid.dahl@contoso.example to London because she moves")
        fault(kind="broken", status=503, path="teamsAdministration.assign", times=0)
        carry_out("lee", ask("ana", "move omar.haddad@contoso.example to London because he moves"), "Applying")
        fault(kind="broken", status=503, path="userConfigurations", times=0)
        carry_out("lee", approved, "Approved")


if __name__ == "__main__":
    story(sys.argv[1], pathlib.Path(sys.argv[2]).resolve())
