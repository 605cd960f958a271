#!/usr/bin/env bash
# Kills, storms and other people's changes while many are enrolled; README.md says what is checked:
#   src/bench/crash/crash.sh [seed=1] [people=110] [database=h2] [seconds=210] [keep=FOLDER]
# after mvn -q -DskipTests package, on JDK 25. Two replicas on a throw-away PostgreSQL where one is installed, else (or with database=h2) one on H2.
set -euo pipefail
cd "$(dirname "$0")/../../.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d "${TMPDIR:-/tmp}/crash-XXXXXX")

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

url="jdbc:h2:file:$work/store" user= replicas=1
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
case " $* " in *" database=h2 "*) bin= ;; esac
if [ -n "$bin" ]; then
  data="$work/postgres"; port=$((20000 + RANDOM % 20000)); replicas=2
  mkdir "$data"; [ "$(id -u)" != 0 ] || { chown postgres "$data"; chmod 755 "$work"; }
  postgres initdb -D "$data" -U postgres -A trust -E UTF8 >/dev/null
  postgres pg_ctl -D "$data" -w -l "$data/log" -o "-p $port -c listen_addresses=127.0.0.1 -k $data" start >/dev/null
  url="jdbc:postgresql://127.0.0.1:$port/postgres" user=postgres
fi
# Processes start often: a shared archive of their classes halves the time that takes. CRASH_ARCHIVE is one that is there already.
archive=${CRASH_ARCHIVE:-$work/bot.jsa}
[ -s "$archive" ] || "$java" -XX:ArchiveClassesAtExit="$archive" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dspring.context.exit=onRefresh \
  -cp "$LINEKEEPER_CLASSPATH" dev.linekeeper.app.LinekeeperApplication --server.port=0 "--linekeeper.data-folder=$work/archive" \
  --spring.datasource.url=jdbc:h2:mem:archive >"$work/archive.log" 2>&1 || true
"$java" -XX:TieredStopAtLevel=1 -Xmx256m -cp "$LINEKEEPER_CLASSPATH" src/bench/crash/Crash.java \
  "work=$work" "url=$url" "user=$user" "replicas=$replicas" $([ ! -s "$archive" ] || echo "archive=$archive") "$@"
