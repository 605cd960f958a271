#!/bin/sh
# Our engine and the official one side by side: expansions a second. Needs Node, npm, Maven and a JDK 25.
# src/bench/template/run.sh [folder with node_modules]
set -e
cd "$(dirname "$0")"
packages="${1:-$PWD}"
[ -d "$packages/node_modules/adaptivecards-templating" ] || npm install --silent
mkdir -p ../../../target/cards
node cards.cjs ../../../target/cards
uptime
node bench.cjs "$packages" 3
cd ../../..
mvn -q -Pjmh test-compile exec:exec -Dbench=CardTemplateBenchmark
