#!/usr/bin/env bash
# Judges 10,000 people of one tenant file in 1 GB of heap: src/bench/many-people.sh [COUNT] after mvn package, on JDK 25.
set -euo pipefail
cd "$(dirname "$0")/../.."
count=${1:-10000}
big=$(mktemp --suffix=.json)
trap 'rm -f "$big"' EXIT
python3 src/bench/many-people.py src/main/resources/demo/tenant.json "$count" > "$big"
echo "$count people, $(du -h "$big" | cut -f1)"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
for format in json csv table; do
  started=$(date +%s%N)
  "$java" -Xmx1g -Xlog:gc:file=target/many-people-gc.log -jar target/linekeeper.jar readiness --tenant "$big" --format "$format" 2>/dev/null | wc -c |
    xargs printf "%s: %s bytes in " "$format" || true
  echo "$((($(date +%s%N) - started) / 1000000)) ms, heap at most $(grep -o '[0-9]*M->' target/many-people-gc.log | tr -dc '0-9\n' | sort -n | tail -1) MB"
done
