#!/usr/bin/env bash
# Kills, storms and other people's changes while many are enrolled; README.md says what is checked:
#   src/bench/crash/crash.sh [seed=1] [people=110] [database=h2] [seconds=210] [old=CLASSPATH] [clock=+600] [keep=FOLDER]
# after mvn -q -DskipTests package, on JDK 25. Two replicas on a throw-away PostgreSQL where one is installed, else (or with database=h2) one on H2.
set -euo pipefail
cd "$(dirname "$0")/../../.."
. src/bench/setup.sh
postgres_or_h2 "$@"
replicas=2
[ -n "$bin" ] || { url="jdbc:h2:file:$work/store" user= replicas=1; }
# Processes start often: a shared archive of their classes halves the time that takes. CRASH_ARCHIVE is one that is there already.
archive=${CRASH_ARCHIVE:-$work/bot.jsa}
[ -s "$archive" ] || "$java" -XX:ArchiveClassesAtExit="$archive" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dspring.context.exit=onRefresh \
  -cp "$LINEKEEPER_CLASSPATH" dev.linekeeper.app.LinekeeperApplication --server.port=0 "--linekeeper.data-folder=$work/archive" \
  --spring.datasource.url=jdbc:h2:mem:archive >"$work/archive.log" 2>&1 || true
"$java" -XX:TieredStopAtLevel=1 -Xmx256m -cp "$LINEKEEPER_CLASSPATH" src/bench/crash/Crash.java \
  "work=$work" "url=$url" "user=$user" "replicas=$replicas" $([ ! -s "$archive" ] || echo "archive=$archive") "$@"
