#!/usr/bin/env bash
# Judges the many people of one tenant file: src/bench/many-people.sh [COUNT] [HEAP] [FORMAT…] after mvn package, on JDK 25.
# Ends with the command's exit code when it is neither 0 nor 1 (something is wrong with somebody): too little heap is such a one.
set -euo pipefail
cd "$(dirname "$0")/../.."
count=${1:-10000} heap=${2:-1g}
shift $(($# < 2 ? $# : 2))
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 src/bench/many-people.py src/main/resources/demo/tenant.json "$count" >"$work/tenant.json"
echo "$count people, $(du -h "$work/tenant.json" | cut -f1), -Xmx$heap"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
for format in "${@:-json}"; do
  code=0
  # Bash counts the processor time of its children.
  TIMEFORMAT='%R %U %S'
  { time "$java" "-Xmx$heap" "-Xlog:gc:file=$work/gc.log" -jar target/linekeeper.jar readiness --tenant "$work/tenant.json" --format "$format" \
    >"$work/out" 2>"$work/err"; } 2>"$work/time" || code=$?
  if [ "$code" -gt 1 ]; then
    cat "$work/err" >&2
    exit "$code"
  fi
  read -r wall own system <"$work/time"
  echo "$format: $(wc -c <"$work/out") bytes in $wall s, $(awk "BEGIN {print $own + $system}") s of processor time," \
    "heap at most $(grep -o '[0-9]*M->' "$work/gc.log" | tr -dc '0-9\n' | sort -n | tail -1) MB"
done
