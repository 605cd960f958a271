#!/usr/bin/env python3
"""Whether the Bicep files of infra build, lint and are formatted without a word, and their snapshots are those committed.

  .ci/bicep.py [BICEP]            checks; BICEP is the compiler (../shared/tools/bicep), without it the check is skipped
  .ci/bicep.py --write [BICEP]    writes format and snapshots anew: look at the difference

One compiler answers all of it (bicep jsonrpc), because each start of it costs seconds. A misspelt property is only a warning to it; here any word fails.
"""
import difflib
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
INFRA = ROOT / "infra"


class Compiler:
    """A bicep that is asked by JSON-RPC over its standard input and output."""

    def __init__(self, program):
        # Without the settings of whoever runs this: the parameter files read the environment.
        keep = {key: os.environ[key] for key in ("PATH", "HOME", "TMPDIR") if key in os.environ}
        keep["DOTNET_TieredPGO"] = "0"  # it lives for seconds: a quarter less work for the compiler's compiler
        self.process = subprocess.Popen([program, "jsonrpc", "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=keep)
        self.asked = 0

    def ask(self, method, **parameters):
        self.asked += 1
        body = json.dumps({"jsonrpc": "2.0", "id": self.asked, "method": "bicep/" + method, "params": parameters}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()
        length = 0
        while line := self.process.stdout.readline().strip():
            name, value = line.split(b":")
            length = int(value) if name.lower() == b"content-length" else length
        answer = json.loads(self.process.stdout.read(length) or b'{"error": "bicep has ended"}')
        if "error" in answer:
            raise RuntimeError(f"{method} {parameters}: {answer['error']}")
        return answer["result"]

    def end(self):
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def said(answer):
    for diagnostic in answer["diagnostics"]:
        start = diagnostic["range"]["start"]
        file = pathlib.Path(diagnostic["source"]).relative_to(ROOT)
        yield f"{file}({start['line'] + 1},{start['char'] + 1}): {diagnostic['code']}: {diagnostic['message']}"


def compare(file, found, write):
    there = file.read_text() if file.exists() else ""
    if found == there:
        return []
    if write:
        file.write_text(found)
        return []
    name = str(file.relative_to(ROOT))
    lines = difflib.unified_diff(there.splitlines(), found.splitlines(), name, "as it should be", lineterm="", n=1)
    return [f"{name} differs:", *list(lines)[:40]]


def problems(compiler, write):
    sources = sorted([*INFRA.rglob("*.bicep"), *INFRA.rglob("*.bicepparam")])
    for file in sources:
        is_parameters = file.suffix == ".bicepparam"
        if is_parameters:
            answer = compiler.ask("compileParams", path=str(file), parameterOverrides={})
        else:
            answer = compiler.ask("compile", path=str(file))
        yield from said(answer)
        if not answer["success"]:
            continue
        yield from compare(file, compiler.ask("format", path=str(file))["contents"], write)
        if is_parameters:
            snapshot = json.loads(compiler.ask("getSnapshot", path=str(file), metadata={}, externalInputs=[])["snapshot"])
            # bicep writes them in another order each time
            snapshot["outputs"] = dict(sorted(snapshot["outputs"].items()))
            yield from compare(file.with_suffix(".snapshot.json"), json.dumps(snapshot, indent=2) + "\n", write)
    if len(sources) < 2:
        yield "there is nothing to check in infra"


def main(arguments):
    write = "--write" in arguments
    program = next((it for it in arguments if it != "--write"), str(ROOT / "../shared/tools/bicep"))
    if not os.access(program, os.X_OK):
        print(f"bicep is not there ({program}): the Bicep files were not checked")
        return 0
    compiler = Compiler(program)
    try:
        found = list(dict.fromkeys(problems(compiler, write)))
    finally:
        compiler.end()
    print("\n".join(found) or "Bicep files: built, linted, formatted, compared with their snapshots")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
