#!/bin/sh
# Our engine and the official one side by side: expansions a second, and the first expansion of a new process.
# Needs Node, npm, Maven and a JDK 25 as JAVA_HOME. About four minutes.
# src/bench/template/run.sh [folder with node_modules]
set -e
: "${JAVA_HOME:?is not set: where is the JDK 25?}"
cd "$(dirname "$0")"
packages="${1:-$PWD}"
[ -d "$packages/node_modules/adaptivecards-templating" ] || npm install --silent --no-audit --no-fund
cd ../../..
cards="$PWD/target/cards"
mkdir -p "$cards"
node src/bench/template/cards.cjs "$cards"

uptime
node src/bench/template/bench.cjs "$packages" 2
mvn -q -Pjmh -Dplayground.skip test-compile dependency:build-classpath -Dmdep.outputFile="$cards/classpath"
"$JAVA_HOME/bin/java" -cp "target/test-classes:target/classes:$(cat "$cards/classpath")" \
    org.openjdk.jmh.Main CardTemplateBenchmark ${JMH_OPTIONS:--v SILENT -f 1 -wi 3 -w 1 -i 5 -r 1} -rff "$cards/jmh.csv"
cut -d, -f1,5,6,8 "$cards/jmh.csv"

jackson="$(tr ':' '\n' < "$cards/classpath" | grep -E '/jackson-(core|databind|annotations)-|/jspecify-' | tr '\n' ':')"
"$JAVA_HOME/bin/jar" --create --file "$cards/template.jar" \
    -C target/classes dev/linekeeper/template -C target/test-classes dev/linekeeper/template/FirstExpansion.class
expand() { # expand [OPTION…]: in a new process
    "$JAVA_HOME/bin/java" "$@" -cp "$cards/template.jar:$jackson" \
        dev.linekeeper.template.FirstExpansion "$cards/15k.json" "$cards/data.json"
}
first() { # first NAME [OPTION…]: in five new processes
    name="$1"
    shift
    for run in 1 2 3 4 5; do echo "first expansion, $name: $(expand "$@")"; done
}
expand -XX:ArchiveClassesAtExit="$cards/first.jsa" > "$cards/first.log" 2>&1
expand -XX:AOTCacheOutput="$cards/first.aot" >> "$cards/first.log" 2>&1
first "plain"
first "with a class data archive" -XX:SharedArchiveFile="$cards/first.jsa"
first "with an AOT cache" -XX:AOTCache="$cards/first.aot"
