#!/usr/bin/env bash
# Turns a second, CPU and memory of Linekeeper (offline model) and of two peers that answer with the same card, one after the other on one core:
#   src/bench/peers/run.sh [turns=20000] [warmup=20000] [at-once=16] [only=BOT] [as="message invoke"]
# each bot first with messages, then with presses of a button (invoke), which the same process answers in the HTTP response;
# after mvn -q -DskipTests package, with JDK 25, node, npm and Maven. The load has the other cores. The peers are pinned in java/pom.xml and node/package.json.
# LINEKEEPER_OPTIONS are Java's for Linekeeper, in place of -Xmx512m. With turns=0 warmup=0 it is the start alone.
set -euo pipefail
cd "$(dirname "$0")"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
turns=20000 warmup=20000 at_once=16 only= as="message invoke"
for given in "$@"; do
  case $given in
    turns=*) turns=${given#*=} ;; warmup=*) warmup=${given#*=} ;; at-once=*) at_once=${given#*=} ;; only=*) only=${given#*=} ;;
    as=*) as=${given#*=} ;;
    *) echo "no such setting: $given" >&2; exit 2 ;;
  esac
done
work=$(mktemp -d)
trap 'kill %% 2>/dev/null || true; rm -rf "$work"' EXIT
tenant=$work/tenant.json id=e9641faa-2085-57b6-9eaa-a34c054d665e
python3 ../many-people.py ../../main/resources/demo/tenant.json 2000 >"$tenant" # a chat is sent 1.5 messages a second
python3 -c 'import json, sys; print("\n".join(user["id"] for user in json.load(open(sys.argv[1]))["users"]))' "$tenant" >"$work/people"
cores=$(nproc)
load=() # the load has what the bot has not
[ "$cores" -eq 1 ] || load=(taskset -c "1-$((cores - 1))")

seconds() { awk "BEGIN {printf \"%.2f\", $1 / $(getconf CLK_TCK) / ($2)}"; } # seconds TICKS PARTS
ticks() { awk '{print $14 + $15}' "/proc/$1/stat"; }
resident() { awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$1/status"; }
turns() { # turns PORT COUNT KIND
  [ "$2" -gt 0 ] || return 0
  "${load[@]}" "$java" ../Turns.java "port=$1" "turns=$2" warmup=0 "connector=$connector" "at-once=$at_once" "tenant=$id" "people=$work/people" "as=$3"
}
free() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
connector=$(free)
measure() { # measure NAME PORT COMMAND…
  local name=$1 port=$2 pid before said started
  [ -z "$only" ] || [ "$only" = "$name" ] || return 0
  shift 2
  started=$(date +%s%N)
  taskset -c 0 "$@" >"$work/$name.log" 2>&1 &
  pid=$!
  until curl -s -o "$work/answer" "http://127.0.0.1:$port/"; do
    kill -0 "$pid" 2>/dev/null || { cat "$work/$name.log" >&2; exit 1; }
    sleep 0.05
  done
  local start="listening-after=$((($(date +%s%N) - started) / 1000000))ms start-cpu=$(seconds "$(ticks "$pid")" 1)s"
  local kind row
  for kind in $as; do
    row=$name
    [ "$kind" = message ] || row+=/$kind
    turns "$port" "$warmup" "$kind" >"$work/warm"
    before="$(ticks "$pid") $(resident "$pid")"
    said=$(turns "$port" "$turns" "$kind")
    [ "$turns" -eq 0 ] || said+=" CPU-s/1000=$(seconds $(($(ticks "$pid") - ${before% *})) "$turns / 1000")"
    echo "$row: $said resident-before=${before#* }MiB resident=$(resident "$pid")MiB $start"
  done
  kill "$pid"; wait "$pid" 2>/dev/null || true
}

(cd java && mvn -q package)
(cd node && npm install --silent --no-audit --no-fund)
if [ -z "${LINEKEEPER_CLASSPATH:-}" ]; then
  "$java" -Djarmode=tools -jar ../../../target/linekeeper.jar extract --destination "$work/app" >/dev/null
  LINEKEEPER_CLASSPATH="$work/app/linekeeper.jar:$work/app/lib/*"
fi
echo "$cores cores, $(grep -m1 'model name' /proc/cpuinfo | sed 's/.*: //'), $turns turns after $warmup, $at_once at once"
port=$(free)
measure agents-sdk-js "$port" node node/bot.mjs "$port"
port=$(free)
measure bot-framework-java "$port" "$java" -Xmx512m -cp "java/target/peer.jar:java/target/lib/*" dev.linekeeper.bench.Peer card.json "--server.port=$port"
port=$(free)
LINEKEEPER_PACE_PER_PERSON=1000000 LINEKEEPER_PACE_PER_CONVERSATION=1000000 LINEKEEPER_THROTTLE_BOTCONNECTOR_CALLSPERSECOND=1000000 \
  measure linekeeper "$port" "$java" ${LINEKEEPER_OPTIONS--Xmx512m} -cp "$LINEKEEPER_CLASSPATH" \
  dev.linekeeper.app.LinekeeperApplication "--server.port=$port" --linekeeper.backend=tenant-file "--linekeeper.tenant-file=$tenant" \
  "--linekeeper.data-folder=$work/data" "--spring.datasource.url=jdbc:h2:file:$work/data/linekeeper"
