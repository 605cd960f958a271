#!/usr/bin/env python3
"""src/bench/powershell/host.py [--pwsh PATH] [--calls 100000] [--accounts 5000]: what host.ps1 costs in a real PowerShell with the stand-in module.

Prints start, time and memory of a call, a reading of so many resource accounts, and so many calls in a loop; exits with 1 when memory after the loop is more than
10 % above what it was after its first tenth. Everything stays on this machine. Needs Python 3.7 and Linux."""
import argparse, http.server, json, os, statistics, subprocess, sys, threading, time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "../../.."))
PLAN = {"ServicePlanId": "f47330e9-c134-43b3-9993-e7f004506889", "CapabilityStatus": "Enabled", "Capability": "MCOEV_VIRTUALUSER", "AssignedTimestamp": "2026-01-05T09:00:00Z"}
EFFECTIVE = {"PolicyType": "TeamsSharedCallingRoutingPolicy", "PolicyAssignment": {"DisplayName": "Seattle", "AssignmentType": "direct", "PolicyId": None, "GroupId": None}}


class Tenant(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else every answer waits 40 ms for an acknowledgement
    accounts = 0

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        answer = {"result": []}
        if asked["cmdlet"] == "Connect-MicrosoftTeams":
            answer = {"session": "s", "tenant": "t"}
        elif asked["cmdlet"] == "Get-CsOnlineUser":
            answer = {"result": [{"Identity": "00000000-0000-4000-8000-%012d" % n, "UserPrincipalName": "ra%d@contoso.example" % n, "DisplayName": "Account %d" % n,
                                  "AccountType": "ResourceAccount", "AccountEnabled": False, "UsageLocation": "US", "AssignedPlan": [PLAN],
                                  "EffectivePolicyAssignments": [EFFECTIVE]} for n in range(Tenant.accounts)]}
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Host:
    def __init__(self, pwsh, port):
        environment = {**os.environ, "PSModulePath": os.path.join(ROOT, "src/test/powershell"), "STANDIN_TENANT": "http://127.0.0.1:%d/" % port}
        script = os.path.join(ROOT, "src/main/resources/powershell/host.ps1")
        self.process = subprocess.Popen([pwsh, "-NoLogo", "-NoProfile", "-NonInteractive", "-File", script], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.calls = 0

    def say(self, **request):
        self.calls += 1
        line = json.dumps({**request, "id": str(self.calls), **({"marker": "~m~"} if self.calls == 1 else {})}) + "\n"
        self.process.stdin.write(line.encode())
        self.process.stdin.flush()
        for answer in self.process.stdout:
            if b"~m~" in answer:
                reply = answer.partition(b"~m~")[2]
                if b'"error":' in reply:
                    sys.exit("refused: " + reply.decode()[:300])
                return len(reply)
        sys.exit("the host ended")

    def megabytes(self):
        with open("/proc/%d/status" % self.process.pid) as status:
            return next(int(row.split()[1]) for row in status if row.startswith("VmRSS")) // 1024


def main():
    options = argparse.ArgumentParser(usage=__doc__)
    options.add_argument("--pwsh", default=os.environ.get("PWSH", "pwsh"))
    options.add_argument("--calls", type=int, default=100000)
    options.add_argument("--accounts", type=int, default=5000)
    given = options.parse_args()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Tenant)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    began = time.monotonic()
    host = Host(given.pwsh, server.server_port)
    host.say(call="version")
    print("start until the first reply: %.1f s, %d MB" % (time.monotonic() - began, host.megabytes()), flush=True)
    host.say(call="connect", signIn={"method": "access-tokens", "tenantId": "t", "graphToken": "g", "teamsToken": "t"})

    took, memory, tenth = [], 0, max(1, given.calls // 10)
    for number in range(1, given.calls + 1):
        began = time.monotonic()
        host.say(call="invoke", cmdlet="Get-CsTenantNetworkSite", parameters={})
        took.append(time.monotonic() - began)
        if number == tenth:
            memory = host.megabytes()
    took.sort()
    after = host.megabytes()
    print("%d calls: median %.1f ms, 99th %.1f ms; %d MB after a tenth, %d MB at the end (%+.0f %%)"
          % (given.calls, statistics.median(took) * 1000, took[int(len(took) * 0.99)] * 1000, memory, after, (after - memory) * 100 / memory), flush=True)

    Tenant.accounts = given.accounts
    wanted = ["Identity", "UserPrincipalName", "DisplayName", "AccountType", "AccountEnabled", "UsageLocation", "AssignedPlan", "EffectivePolicyAssignments"]
    for properties in (wanted, []):
        began = time.monotonic()
        length = host.say(call="invoke", cmdlet="Get-CsOnlineUser", parameters={"AccountType": "ResourceAccount"}, **({"properties": properties} if properties else {}))
        print("%d accounts, %s: %.1f s, %.1f MB of JSON, %d MB after it"
              % (given.accounts, "the properties we read" if properties else "all properties", time.monotonic() - began, length / 1e6, host.megabytes()), flush=True)
    host.process.stdin.close()
    print("ends with exit code %d" % host.process.wait())
    sys.exit(after > memory * 1.1)


if __name__ == "__main__":
    main()
