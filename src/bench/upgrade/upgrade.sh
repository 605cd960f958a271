#!/usr/bin/env bash
# An upgrade with people at work: two replicas, one of a version before and one of this, on a throw-away PostgreSQL, and the way back:
#   src/bench/upgrade/upgrade.sh old=CLASSPATH [people=24] [keep=FOLDER]
# CLASSPATH is that of the version before: target/linekeeper.jar of its commit, extracted (java -Djarmode=tools -jar … extract), as linekeeper.jar:lib/*;
# this version is target/linekeeper.jar after mvn -q -DskipTests package, on JDK 25. See Upgrade.java. The same two under kills and storms, the first
# replica always the old one: src/bench/crash/crash.sh old=CLASSPATH. Ends with 1 when something is not as it must be.
set -euo pipefail
cd "$(dirname "$0")/../../.."
. src/bench/setup.sh
postgres_or_h2 "$@"
[ -n "$bin" ] || { echo "needs PostgreSQL: H2 has one process"; exit 2; }
mkdir "$work/driver"
"${java}c" -nowarn -proc:none -d "$work/driver" -cp "$LINEKEEPER_CLASSPATH" src/bench/crash/*.java src/bench/upgrade/*.java
"$java" -XX:TieredStopAtLevel=1 -Xmx256m -cp "$work/driver:$LINEKEEPER_CLASSPATH" Upgrade "work=$work" "url=$url" "user=$user" "$@"
