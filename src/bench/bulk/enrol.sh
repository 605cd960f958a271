#!/usr/bin/env bash
# Enrols many people against the simulated tenant, the simulator and the bot each in a process of its own:
#   src/bench/bulk/enrol.sh [people=1000] [rate=30] [latency=80ms] [voice=on] [workers=2] [mishaps=0.01] [kill=yes] [batch=yes] [replicas=1] [only=preview] [database=h2] [jvm=-XX:…]
# voice=off switches voice on for everybody too, through as many PowerShell processes as there are workers;
# after mvn -q -DskipTests package, on JDK 25. Uses a throw-away PostgreSQL where one is installed, else H2. See Bulk.java.
set -euo pipefail
cd "$(dirname "$0")/../../.."
. src/bench/setup.sh
postgres_or_h2 "$@"
"$java" -XX:TieredStopAtLevel=1 -cp "$LINEKEEPER_CLASSPATH" src/bench/bulk/Bulk.java "work=$work" "url=$url" "user=$user" "$@"
