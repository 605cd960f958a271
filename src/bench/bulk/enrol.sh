#!/usr/bin/env bash
# Enrols many people against the simulated tenant, the simulator and the bot each in a process of its own:
#   src/bench/bulk/enrol.sh [people=1000] [rate=30] [latency=80ms] [voice=on] [workers=2] [mishaps=0.01] [kill=yes] [batch=yes] [replicas=1] [only=preview] [database=h2]
# voice=off switches voice on for everybody too, through as many PowerShell processes as there are workers;
# after mvn -q -DskipTests package, on JDK 25. Uses a throw-away PostgreSQL where one is installed, else H2. See Bulk.java.
set -euo pipefail
cd "$(dirname "$0")/../../.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d "${TMPDIR:-/tmp}/bulk-XXXXXX")

if [ -z "${LINEKEEPER_CLASSPATH:-}" ]; then
  "$java" -Djarmode=tools -jar target/linekeeper.jar extract --destination "$work/app" >/dev/null
  LINEKEEPER_CLASSPATH="$work/app/linekeeper.jar:$work/app/lib/*"
fi
export LINEKEEPER_CLASSPATH

postgres() { # postgres PROGRAM ARGUMENT…: the server refuses to run as root
  local program=$1; shift
  if [ "$(id -u)" = 0 ]; then (cd /tmp && runuser -u postgres -- "$bin/$program" "$@"); else "$bin/$program" "$@"; fi
}
end() {
  [ -z "${data:-}" ] || postgres pg_ctl -D "$data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap end EXIT

url="jdbc:h2:file:$work/store;AUTO_SERVER=TRUE" user=sa
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
case " $* " in *" database=h2 "*) bin= ;; esac
if [ -n "$bin" ]; then
  data="$work/postgres"; port=$((20000 + RANDOM % 20000))
  mkdir "$data"; [ "$(id -u)" != 0 ] || { chown postgres "$data"; chmod 755 "$work"; }
  postgres initdb -D "$data" -U postgres -A trust -E UTF8 >/dev/null
  postgres pg_ctl -D "$data" -w -l "$data/log" -o "-p $port -c listen_addresses=127.0.0.1 -k $data" start >/dev/null
  url="jdbc:postgresql://127.0.0.1:$port/postgres" user=postgres
fi
"$java" -XX:TieredStopAtLevel=1 -cp "$LINEKEEPER_CLASSPATH" src/bench/bulk/Bulk.java "work=$work" "url=$url" "user=$user" "$@"
