#!/usr/bin/env bash
# The folder the image runs from; the Dockerfile and src/bench/image.sh both make it with this, so that what is measured is what is shipped.
#   layers.sh extract JAR LAYERS   takes the jar apart: a folder a layer, least changed first. Without Spring Boot's launcher, which no AOT cache can be made for.
#   layers.sh train FOLDER         makes FOLDER/linekeeper.aot by starting the bot as it will be started, until it is ready and has answered.
# FOLDER holds the layers over one another and java.options. A cache fits this JVM, these jars and their paths only: train where it will run.
set -euo pipefail
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

extract() { # extract JAR LAYERS
  "$java" -Djarmode=tools -jar "$1" extract --layers --destination "$2"
}

train() { # train FOLDER
  local folder work port pid adele=439c272f-f89f-5cd1-b4af-06251327c7f3
  folder=$(realpath "$1")
  work=$(mktemp -d)
  port=${TRAINING_PORT:-3978}
  # The offline model: no tenant, no identity and no PowerShell, so that the build needs no network and no secret.
  "$java" "@$folder/java.options" "-XX:AOTCacheOutput=$folder/linekeeper.aot" -jar "$folder/linekeeper.jar" \
    --server.address=127.0.0.1 "--server.port=$port" --linekeeper.backend=tenant-file \
    "--linekeeper.data-folder=$work" "--spring.datasource.url=jdbc:h2:file:$work/linekeeper" >"$work/log" 2>&1 &
  pid=$!
  until curl --fail --silent --output /dev/null "http://127.0.0.1:$port/readyz"; do
    kill -0 "$pid" || { cat "$work/log" >&2; exit 1; }
    sleep 0.2
  done
  # One message of somebody of the built-in tenant, answered at the playground's connector: the whole way there and back.
  curl --fail --silent --output /dev/null --header 'Content-Type: application/json' --data @- "http://127.0.0.1:$port/api/messages" <<EOF
{"type":"message","id":"1","channelId":"msteams","locale":"en-GB","serviceUrl":"http://127.0.0.1:$port/connector/","text":"what's my caller ID",
 "timestamp":"2026-11-22T10:00:00Z","from":{"id":"29:adele","aadObjectId":"$adele"},"recipient":{"id":"28:linekeeper"},
 "conversation":{"id":"a:$adele","conversationType":"personal","tenantId":"e9641faa-2085-57b6-9eaa-a34c054d665e"}}
EOF
  kill "$pid"
  wait "$pid" || true # a process that was asked to end says so by its code
  rm -rf "$work"
  # A JVM that is told to use a cache it cannot take ends; without that it would only start slowly, and nobody would know.
  "$java" "@$folder/java.options" -XX:AOTMode=on "-XX:AOTCache=$folder/linekeeper.aot" -jar "$folder/linekeeper.jar" --version >&2
}

"$@"
