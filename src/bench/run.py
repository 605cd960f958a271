#!/usr/bin/env python3
"""What Linekeeper costs, all of it, beside the figures of before:

    src/bench/run.py [PART…] [runs=3] [quick=yes] [tolerance=25] [baseline=write]

after mvn -q -DskipTests package, on Linux with JDK 25, Maven, Node with npm and Python 3.8; the whole takes about two hours. A part is one of those at the
end of this file; without any, all are run. Each is a script beside this one, which says what it does and can be run alone.

Figures differ from machine to machine, so what is compared with baseline.json are ratios: ours to a peer's in the same run, or work for each turn, question or person.
Ends with 1 when a ratio is worse than the baseline by more than the tolerance, in percent, or a part did not hold what it checks. Nothing is written outside target
and node_modules unless baseline=write. quick=yes shows in minutes that all parts run; its figures mean nothing.
"""
import json, os, re, statistics, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "../.."))
BASELINE = os.path.join(HERE, "baseline.json")
JAVA_HOME = os.environ.get("JAVA_HOME")
JAVA = JAVA_HOME + "/bin/java" if JAVA_HOME else "java"
JAR = "target/linekeeper.jar"
given = {"runs": "3", "quick": "no", "tolerance": "25", "baseline": "compare"}
figures, compared, problems = {}, {}, []


def figure(name, value, unit=""):
    """A figure of this machine: shown, never compared."""
    figures.setdefault(name, (unit, []))[1].append(float(value))


def ratio(name, value, better="less"):
    """A figure that should be about the same on any machine."""
    compared.setdefault(name, (better, []))[1].append(float(value))


def run(*command, expected=(0,), **environment):
    """The output of a script, which is also shown as it comes."""
    print("$ " + " ".join(command), flush=True)
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environment}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    said = []
    for line in process.stdout:
        print("  " + line, end="", flush=True)
        said.append(line)
    if process.wait() not in expected:
        problems.append("%s ended with %d" % (os.path.basename(command[0]), process.returncode))
    return "".join(said)


def numbers(pattern, text):
    """What the groups of each match hold, as numbers."""
    return [[float(group) for group in found.groups()] for found in re.finditer(pattern, text, re.M)]


def size(whole, quick):
    return str(quick if given["quick"] == "yes" else whole)


def peers(*settings, **environment):
    """The fields of each bot's row: {bot: {field: number}}."""
    said = run("src/bench/peers/run.sh", *settings, **environment)
    return {row[1]: {name: float(value) for name, value in re.findall(r"(\S+?)=([\d.]+)", row[2])} for row in re.finditer(r"^(\S+): +(\S+=.*)$", said, re.M)}


def turns():
    for _ in range(int(given["runs"])):
        rows = peers("turns=" + size(20000, 1000), "warmup=" + size(20000, 500))
        for bot, row in rows.items():
            for name, unit in (("turns/s", "1/s"), ("CPU-s/1000", "s"), ("p99", "ms"), ("resident", "MiB"), ("failed", "")):
                figure("%s, %s" % (bot, name), row[name], unit)
        for kind, kinds, suffix in (("turn", "turns", ""), ("press", "presses", "/invoke")):
            peer = [rows[name + suffix] for name in ("agents-sdk-js", "bot-framework-java")]
            ours = rows["linekeeper" + suffix]
            ratio("%s a second, ours to the best peer's" % kinds, ours["turns/s"] / max(each["turns/s"] for each in peer), "more")
            ratio("processor time of a %s, ours to the best peer's" % kind, ours["CPU-s/1000"] / min(each["CPU-s/1000"] for each in peer))
            ratio("slowest %s of a hundred, ours to the best peer's" % kind, ours["p99"] / min(each["p99"] for each in peer))
        ratio("memory under load, ours to Bot Framework's", rows["linekeeper"]["resident"] / rows["bot-framework-java"]["resident"])


def memory():
    """With the limits the jar has by itself, and after many more turns."""
    row = peers("only=linekeeper", "as=message", "warmup=" + size(20000, 500), "turns=" + size(80000, 1000), LINEKEEPER_OPTIONS="")["linekeeper"]
    figure("resident after 20,000 turns, no option", row["resident-before"], "MiB")
    figure("resident after 100,000 turns, no option", row["resident"], "MiB")
    ratio("memory after 100,000 turns to that after 20,000", row["resident"] / row["resident-before"])


def start():
    runs = size(given["runs"], 1)
    peer = peers("only=bot-framework-java", "as=message", "turns=0", "warmup=0")["bot-framework-java"]["start-cpu"]
    figure("bot-framework-java listens, processor time", peer, "s")
    commands = {"java -jar": [JAVA, "-jar", JAR, "--linekeeper.backend=tenant-file"]}
    with tempfile.TemporaryDirectory() as apart: # as mvn spring-boot:run has it after compilation: the demo, from a folder of classes
        run(JAVA, "-Djarmode=tools", "-jar", JAR, "extract", "--destination", apart + "/app")
        commands["README's command"] = [JAVA, "-XX:TieredStopAtLevel=1", "-cp", "target/classes:" + apart + "/app/lib/*", "dev.linekeeper.app.LinekeeperApplication"]
        said = {name: run(JAVA, "src/bench/ColdStart.java", "runs=" + runs, "--", "taskset", "-c", "0", *command) for name, command in commands.items()}
    image = run("src/bench/image.sh", "runs=" + runs)
    said.update({"image, %s" % name: part for name, part in re.findall(r"^(offline model|demo|readiness --tenant):\n(.*?)(?=^\S[^\n]*:\n|\Z)", image, re.M | re.S)})
    for name, part in said.items():
        for wall, work in numbers(r"first answer after (\d+) ms.* (\d+) ms of processor time", part):
            figure("%s: first answered turn" % name, wall / 1000, "s")
            figure("%s: processor time until then" % name, work / 1000, "s")
            ratio("start, %s, to Bot Framework's" % name, work / 1000 / peer)
        for wall, own, system in numbers(r"^([\d.]+) s, ([\d.]+) s of processor time of its own, ([\d.]+) s of the system", part):
            figure("%s to its end" % name, wall, "s")
            ratio("start, %s, to Bot Framework's" % name, (own + system) / peer)


def templates():
    home = {"JAVA_HOME": JAVA_HOME} if JAVA_HOME else {}
    said = run("src/bench/template/run.sh", **home)
    for wall, work, reading in numbers(r"^first expansion, plain: ([\d.]+) ms, ([\d.]+) ms of CPU time .reading JSON before: .* ([\d.]+) ms", said):
        figure("first expansion in a new process", wall, "ms")
        ratio("processor time of the first expansion to that of reading its JSON", work / reading)
    official = dict(re.findall(r"^official (\w+) .*?kept to tree (\d+)/s", said, re.M))
    for rate, card in re.findall(r'keptToTree"?,([\d.]+),[^,]*,"?(\w+)', said):
        figure("template of %s, expansions" % card, rate, "1/s")
        ratio("template of %s, ours to the official engine's" % card, float(rate) / float(official[card]), "more")


def readiness():
    took = {}
    for people, heap in ((1000, "256m"), (10000, "256m"), (100000, "256m")):
        people = int(size(people, people // 100))
        said = run("src/bench/many-people.sh", str(people), heap, "json")
        for seconds, work, used in numbers(r"^json: .* in ([\d.]+) s, ([\d.]+) s of processor time, heap at most (\d+) MB", said):
            took[people] = work
            figure("readiness over %s people, -Xmx%s" % (format(people, ","), heap), seconds, "s")
            figure("readiness over %s people, heap" % format(people, ","), used, "MB")
    if len(took) == 3:
        low, middle, high = sorted(took)
        # The start of the JVM is in each: it goes out by the differences. One means ten times the people take ten times the work.
        ratio("readiness, work for ten times the people, by ten", (took[high] - took[middle]) / (took[middle] - took[low]) / 10)


def jmh():
    options = size("-f 1 -wi 3 -w 2 -i 5 -r 2", "-f 1 -wi 1 -w 1 -i 1 -r 1") + " -prof gc -rf json -rff target/jmh.json"
    run("mvn", "-q", "-Pjmh", "test-compile", "exec:exec@jmh", "-Dbench=ReadinessBenchmark", "-Djmh.options=" + options)
    with open(os.path.join(ROOT, "target/jmh.json")) as stored:
        results = json.load(stored)
        if not results: # JMH itself ends well when its fork does not
            problems.append("JMH has no results")
        for each in results:
            name = each["benchmark"].rsplit(".", 1)[1]
            figure("people judged, %s" % name, each["primaryMetric"]["score"], "1/s")
            allocated = next(it for key, it in each["secondaryMetrics"].items() if key.endswith("gc.alloc.rate.norm"))
            ratio("bytes allocated to judge a person, %s" % name, allocated["score"])


def questions():
    said = run("src/bench/questions.sh", *([] if given["quick"] == "no" else ["people=100", "rate=10", "seconds=5"]))
    for slow in numbers(r"p95=([\d.]+)ms", said):
        figure("questions on a real tenant's backend, 95 of 100 within", slow[0], "ms")
    for calls in numbers(r"calls to Graph, ([\d.]+) a question", said):
        ratio("calls to Graph for a question", calls[0])


def everybody():
    said = run("src/bench/everybody.py", "people=" + size(10000, 200))
    for found in re.finditer(r"^(\w+), (.*): first card after ([\d.]+) s.*, answer after ([\d.]+) s, \d+ cards, (\d+) bytes, heap at most (\d+) MB of \S+, (\d+) calls$", said, re.M):
        what = "%s in chat, %s" % (found[2], found[1])
        for name, value, unit in (("first card", found[3], "s"), ("answer", found[4], "s"), ("heap", found[6], "MB"), ("calls", found[7], "")):
            figure("%s, %s" % (what, name), value, unit)
        ratio("bytes of the card, %s" % what, found[5])


def bulk():
    said = run("src/bench/bulk/enrol.sh", "people=" + size(1000, 20), "kill=no", "mishaps=0")
    for people, seconds, messages in numbers(r"^enrolled: (\d+) people in ([\d.]+) s, (\d+) messages", said):
        figure("enrolling %d people" % people, seconds, "s")
        ratio("messages to Teams for each of %d people" % people, messages / people)
    surface = ""
    for line in said.splitlines():
        if re.fullmatch(r"[a-z-]+", line):
            surface = line
        for calls in numbers(r"^ +\d+ accepted = .* ([\d.]+) a person", line):
            ratio("calls for each person, %s" % surface, calls[0])
    said = run("src/bench/bulk/chat.sh", "rows=" + size(1000, 120))
    for seconds, in numbers(r"^first answer after ([\d.]+) s", said):
        figure("a list in chat, first answer", seconds, "s")
    for part in "preview", "ask", "resumed", "undo":
        for used, most in numbers(r"^%s .*\(([\d.]+) s of a processor\).* ([+-]\d+)$" % part, said):
            figure("a list in chat, %s, processor" % part, used, "s")
            figure("a list in chat, %s, heap" % part, most, "MB")
    for all_, busiest in numbers(r"^operations of Teams: (\d+) in all, (\d+) in the busiest", said):
        figure("a list in chat, messages and cards in the busiest minute", busiest)


def powershell():
    said = run("python3", "src/bench/powershell/host.py", "--calls", size(20000, 200), "--accounts", size(5000, 100))
    for first, memory, last in numbers(r"^start until the first reply: ([\d.]+) s, (\d+) MB[\s\S]*?, (\d+) MB at the end", said):
        figure("PowerShell's first reply", first, "s")
        figure("PowerShell's memory at the end", last, "MB")
        ratio("PowerShell's memory at the end to that at first", last / memory)


PARTS = [turns, memory, start, templates, readiness, jmh, questions, everybody, bulk, powershell]


def middle(values):
    return "%.3g" % statistics.median(values)


def table():
    """Prints all figures, and each ratio beside the baseline's; true when none is worse than it may be."""
    with open("/proc/cpuinfo") as info:
        model = re.search(r"model name\s*: (.*)", info.read())
    machine = "%d cores, %s" % (os.cpu_count(), model.group(1) if model else "unknown")
    row = "%-62s %10s %-4s %21s %5s"
    print("\n%s\n\n" % machine + row % ("figure", "median", "", "lowest to highest", "runs"))
    for name, (unit, values) in figures.items():
        print(row % (name, middle(values), unit, "%.4g to %.4g" % (min(values), max(values)), len(values)))
    before = {"machine": "", "ratios": {}}
    if os.path.exists(BASELINE):
        with open(BASELINE) as stored:
            before = json.load(stored)
    print("\n" + row % ("ratio", "median", "", "lowest to highest", "runs") + " %10s %8s   (%s)" % ("baseline", "", before["machine"] or "there is none"))
    good = True
    for name, (better, values) in compared.items():
        line = row % (name, middle(values), "", "%.4g to %.4g" % (min(values), max(values)), len(values))
        if name in before["ratios"]:
            now, then = statistics.median(values), before["ratios"][name]
            change = (now / then - 1) * 100 if then else (0 if now == then else float("inf"))
            worse = (change if better == "less" else -change) > float(given["tolerance"])
            good = good and not worse
            line += " %10.3g %+7.0f %%%s" % (then, change, "  WORSE" if worse else "")
        print(line)
    if given["baseline"] == "write":
        ratios = {**before["ratios"], **{name: float(middle(values)) for name, (_, values) in compared.items()}}
        with open(BASELINE, "w") as stored:
            json.dump({"machine": machine, "ratios": ratios}, stored, indent=2)
            stored.write("\n")
    return good


def main():
    wanted = []
    for argument in sys.argv[1:]:
        name, _, value = argument.partition("=")
        part = next((it for it in PARTS if it.__name__ == name), None)
        if part and not value:
            wanted.append(part)
        elif value and name in given:
            given[name] = value
        else:
            sys.exit("no such part or setting: %s\n%s" % (argument, __doc__ + "\nparts: " + ", ".join(it.__name__ for it in PARTS)))
    if not os.path.exists(os.path.join(ROOT, JAR)):
        sys.exit("%s is not there: run mvn -q -DskipTests package" % JAR)
    for part in wanted or PARTS:
        print("\n== " + part.__name__, flush=True)
        try:
            part()
        except (KeyError, OSError, ZeroDivisionError) as failed: # the other parts say what they can
            problems.append("%s: %s %s" % (part.__name__, type(failed).__name__, failed))
    good = table()
    for problem in problems:
        print("PROBLEM " + problem)
    sys.exit(0 if good and not problems else 1)


main()
