#!/usr/bin/env python3
"""Somebody asks the bot about everybody, in a tenant of many people: check all, and policies.

    src/bench/everybody.py [people=10000] [heap=256m] [latency=0.08] [first=2]

after mvn -q -DskipTests package, on JDK 25: with the offline model, then with the simulated tenant in a process of its own at the default rates. Ends
with 1 when the first card took more than so many seconds, or an answer did not come. The heap is the most that was in use, looked at twice a second.
"""
import http.server, json, os, re, shutil, signal, socket, subprocess, sys, tempfile, threading, time, urllib.request

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../.."))
HOME = os.environ.get("JAVA_HOME")
BIN = HOME + "/bin/" if HOME else ""
given = {"people": "10000", "heap": "256m", "latency": "0.08", "first": "2"}
ADMINS = "5949c86b-0ee4-5556-9acb-bfa0ff185d45"
cards = []


class Connector(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if b'"attachments"' in body:
            cards.append((time.monotonic(), body))
        said = b'{"id":"1"}'
        self.send_response(200)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    do_PUT = do_POST

    def log_message(self, *arguments):
        pass


def free():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def until(condition, process, seconds=120):
    end = time.monotonic() + seconds
    while not condition():
        if process.poll() is not None or time.monotonic() > end:
            sys.exit("a process ended or did not start: see its log")
        time.sleep(0.1)


def answers(url):
    try:
        return urllib.request.urlopen(url, timeout=5).status == 200
    except OSError:
        return False


def ask(bot, port, asker, tenant, text, connector):
    """When the first card came, when the answer, how large its activity is, and the most heap that was alive."""
    cards.clear()
    activity = {
        "type": "message", "id": str(time.time()), "timestamp": "2026-11-22T10:00:00.123Z", "channelId": "msteams", "locale": "en-GB",
        "serviceUrl": "http://127.0.0.1:%d/" % connector, "text": text, "from": {"id": "29:" + asker, "aadObjectId": asker},
        "recipient": {"id": "28:linekeeper"}, "conversation": {"id": "a:" + asker, "conversationType": "personal", "tenantId": tenant},
    }
    request = urllib.request.Request("http://127.0.0.1:%d/api/messages" % port, json.dumps(activity).encode(), {"Content-Type": "application/json"})
    began, alive = time.monotonic(), 0
    threading.Thread(target=lambda: urllib.request.urlopen(request, timeout=60).read(), daemon=True).start()
    while not cards or b"This card changes" in cards[-1][1]:
        if time.monotonic() - began > 900:
            sys.exit("no answer to %s" % text)
        time.sleep(0.5)
        said = subprocess.run([BIN + "jcmd", str(bot.pid), "GC.heap_info"], stdout=subprocess.PIPE, text=True).stdout
        alive = max([alive] + [int(used) // 1024 for used in re.findall(r"(?:total|heap).* used (\d+)K", said)])
    return cards[0][0] - began, cards[-1][0] - began, len(cards), len(cards[-1][1]), alive


def calls(simulator, method):
    """How many calls the services took since the last POST; none of the offline model."""
    if not simulator:
        return 0
    said = urllib.request.urlopen(urllib.request.Request(simulator + "/emulator/statistics", method=method)).read().decode()
    return sum(int(accepted) for accepted in re.findall(r'"accepted":(\d+)', said))


def measure(name, command, work, asker, tenant, environment, simulator=""):
    port = free()
    connector = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Connector)
    threading.Thread(target=connector.serve_forever, daemon=True).start()
    with open(work + "/bot.log", "w") as log:
        bot = subprocess.Popen(
            [BIN + "java", "-XX:+UseSerialGC", "-Xmx" + given["heap"], "dev.linekeeper.app.LinekeeperApplication", "--server.port=%d" % port,
             "--linekeeper.data-folder=" + work + "/" + name, "--linekeeper.roles.admin=" + ADMINS, *command],
            stdout=log, stderr=log, env={**os.environ, **environment})
    good = True
    try:
        until(lambda: answers("http://127.0.0.1:%d/actuator/health/readiness" % port), bot)
        for text in ("policies", "check all", "check all"):
            calls(simulator, "POST")
            first, last, number, size, heap = ask(bot, port, asker, tenant, text, connector.server_port)
            in_time = first <= float(given["first"])
            good = good and in_time
            print("%s, %s: first card after %.2f s%s, answer after %.1f s, %d cards, %d bytes, heap at most %d MB of %s, %d calls"
                  % (name, text, first, "" if in_time else " (LATE)", last, number, size, heap, given["heap"], calls(simulator, "GET")), flush=True)
    finally:
        bot.send_signal(signal.SIGTERM)
        bot.wait()
        connector.shutdown()
    return good


def main():
    for argument in sys.argv[1:]:
        name, _, value = argument.partition("=")
        if name not in given:
            sys.exit("no such setting: %s\n%s" % (argument, __doc__))
        given[name] = value
    os.chdir(ROOT)
    work = tempfile.mkdtemp(prefix="everybody-")
    simulator = None
    try:
        classes = os.environ.get("LINEKEEPER_CLASSPATH")
        if not classes:
            subprocess.run([BIN + "java", "-Djarmode=tools", "-jar", "target/linekeeper.jar", "extract", "--destination", work + "/app"], check=True, stdout=subprocess.DEVNULL)
            classes = "%s/app/linekeeper.jar:%s/app/lib/*" % (work, work)
        os.environ["CLASSPATH"] = classes
        tenant = json.loads(subprocess.run([sys.executable, "src/bench/many-people.py", "src/main/resources/demo/tenant.json", given["people"]], check=True, stdout=subprocess.PIPE).stdout)
        asker = tenant["users"][0]["id"]
        next(group for group in tenant["groups"] if group["id"] == ADMINS)["members"] = [asker]
        with open(work + "/tenant.json", "w") as file:
            json.dump(tenant, file)
        print("%s people, -Xmx%s" % (given["people"], given["heap"]), flush=True)
        good = measure("offline", ["--linekeeper.backend=tenant-file", "--linekeeper.tenant-file=" + work + "/tenant.json"], work, asker, tenant["tenantId"], {})
        settings = work + "/simulator.properties"
        with open(work + "/simulator.log", "w") as log:
            simulator = subprocess.Popen(
                [BIN + "java", "-Xmx512m", "dev.linekeeper.simulator.SimulatorProcess", "--tenant", work + "/tenant.json", "--settings", settings,
                 "--latency", "%dms" % (float(given["latency"]) * 1000), "--rate", "10", "--directory-rate", "50"], stdout=log, stderr=log)
        until(lambda: os.path.exists(settings), simulator)
        with open(settings) as file:
            written = file.read()
        endpoint, base = (re.search("^%s=(.*)$" % key, written, re.M).group(1) for key in ("# IDENTITY_ENDPOINT", "linekeeper.graph.base-url"))
        return measure("graph", ["--spring.config.additional-location=file:" + settings], work, asker, tenant["tenantId"],
                       {"IDENTITY_ENDPOINT": endpoint, "IDENTITY_HEADER": "emulated-identity"}, re.match("https?://[^/]+", base).group()) and good
    finally:
        if simulator:
            simulator.terminate()
            simulator.wait()
        shutil.rmtree(work)


sys.exit(0 if main() else 1)
