#!/usr/bin/env bash
# The start of the image on one core, without Docker: the same folders as infra/Dockerfile makes, trained the same way.
#   src/bench/image.sh [runs=5]
# after mvn -q -DskipTests package, with JDK 25. Prints what the first answered turn took (ColdStart.java), and what a command took that judges a file.
set -euo pipefail
cd "$(dirname "$0")/../.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
runs=5
for given in "$@"; do
  case $given in
    runs=*) runs=${given#*=} ;;
    *) echo "no such setting: $given" >&2; exit 2 ;;
  esac
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
infra/layers.sh extract target/linekeeper.jar "$work/layers"
app=$work/app
mkdir "$app"
cp -r "$work"/layers/{dependencies,spring-boot-loader,snapshot-dependencies,demo,application}/. infra/java.options "$app"
TRAINING_PORT=${TRAINING_PORT:-39780} infra/layers.sh train "$app"
du -sh "$app/lib" "$app/linekeeper.jar" "$app/linekeeper.aot"

image=(taskset -c 0 "$java" "@$app/java.options" "-XX:AOTCache=$app/linekeeper.aot" -jar "$app/linekeeper.jar")
echo "$(nproc) cores, $(grep -m1 'model name' /proc/cpuinfo | sed 's/.*: //')"
echo "offline model:"
"$java" src/bench/ColdStart.java "runs=$runs" -- "${image[@]}" --linekeeper.backend=tenant-file
echo "demo:"
"$java" src/bench/ColdStart.java "runs=$runs" -- "${image[@]}"
echo "readiness --tenant:"
TIMEFORMAT='%R s, %U s of processor time of its own, %S s of the system'
for ((run = 1; run <= runs; run++)); do
  time "${image[@]}" readiness --tenant src/main/resources/demo/tenant.json >"$work/readiness" || [ $? -eq 1 ]
done
