#!/usr/bin/env bash
# Many people ask a bot on a real tenant's backend for their caller ID: the simulator and the bot each in a process of its own.
#   src/bench/questions.sh [people=1000] [rate=50] [seconds=60] [latency=80ms] [p95=1000] [warmup=40] [text="what's my caller ID"]
# after mvn -q -DskipTests package, on JDK 25. All rates of the bot's are the defaults but one: Teams takes 33 messages a second
# of a bot, which fewer people than that can use up. The simulator refuses what goes beyond 10 and 50 calls a second. Ends with 1 when the
# p95 is missed, a turn failed, or somebody got no answer. Before it counts, 20 questions a second warm the bot up for so many seconds.
set -euo pipefail
cd "$(dirname "$0")/../.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
people=1000 rate=50 seconds=60 latency=80ms p95=1000 warmup=40 text="what's my caller ID" keep=
for given in "$@"; do declare "${given%%=*}=${given#*=}"; done
work=$(mktemp -d "${TMPDIR:-/tmp}/questions-XXXXXX")
started=()
end() {
  for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; wait "$process" 2>/dev/null || true; done
  [ -z "$keep" ] || cp "$work"/*.log "$keep"
  rm -rf "$work"
}
trap end EXIT
until_there() { # until_there NAME COMMAND…
  local name=$1; shift
  for _ in $(seq 600); do
    if "$@" 2>/dev/null; then return; fi
    kill -0 "${started[-1]}" 2>/dev/null || { tail -20 "$work/$name.log"; exit 2; }
    sleep 0.2
  done
  echo "$name did not start"; tail -20 "$work/$name.log"; exit 2
}

if [ -z "${LINEKEEPER_CLASSPATH:-}" ]; then
  "$java" -Djarmode=tools -jar target/linekeeper.jar extract --destination "$work/app" >/dev/null
  LINEKEEPER_CLASSPATH="$work/app/linekeeper.jar:$work/app/lib/*"
fi
export CLASSPATH=$LINEKEEPER_CLASSPATH
python3 src/bench/many-people.py src/main/resources/demo/tenant.json "$people" > "$work/tenant.json"
python3 -c 'import json, sys
for user in json.load(open(sys.argv[1]))["users"][:int(sys.argv[2])]: print(user["id"])' "$work/tenant.json" "$people" > "$work/people"

"$java" -Xmx512m dev.linekeeper.simulator.SimulatorProcess --tenant "$work/tenant.json" --settings "$work/simulator.properties" \
  --latency "$latency" --rate 10 --directory-rate 50 > "$work/simulator.log" 2>&1 &
started+=($!)
until_there simulator test -f "$work/simulator.properties"
simulator=$(sed -n 's/^linekeeper.graph.base-url=//p' "$work/simulator.properties")
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
IDENTITY_ENDPOINT=$(sed -n 's/^# IDENTITY_ENDPOINT=//p' "$work/simulator.properties") \
  IDENTITY_HEADER=emulated-identity "$java" -Xmx512m dev.linekeeper.app.LinekeeperApplication --server.port="$port" \
  --spring.config.additional-location="file:$work/simulator.properties" --linekeeper.data-folder="$work/data" \
  --linekeeper.roles.admin=5949c86b-0ee4-5556-9acb-bfa0ff185d45 --linekeeper.roles.approver=b3c5e9a9-57e7-596a-9ac2-b3f69f9b502f \
  --linekeeper.throttle.bot-connector.calls-per-second=1000 > "$work/bot.log" 2>&1 &
started+=($!)
until_there bot curl -sf -o /dev/null "http://127.0.0.1:$port/actuator/health/readiness"
tenant=$(sed -n 's/^linekeeper.graph.tenant-id=//p' "$work/simulator.properties")
echo "$people people, $rate questions a second for $seconds s, every call takes $latency: $text"
[ "$warmup" = 0 ] ||
  "$java" src/bench/Turns.java port="$port" people="$work/people" rate=20 seconds="$warmup" tenant="$tenant" text="$text" > /dev/null || true
"$java" src/bench/Turns.java port="$port" people="$work/people" rate="$rate" seconds="$seconds" p95="$p95" tenant="$tenant" \
  simulator="$simulator" text="$text"
