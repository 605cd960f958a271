#!/bin/sh
# Installs the template engine's jar as any library and runs a program of ten lines with it on Java 17.
# Needs the jar (mvn package) and a JDK 17 as JAVA_HOME: src/bench/template-user/run.sh
set -e
: "${JAVA_HOME:?is not set: where is the JDK 17?}"
cd "$(dirname "$0")/../../.."
jar=$(ls target/linekeeper-*-template.jar)
mvn -q install:install-file -Dfile="$jar"
version=$(basename "$jar" -template.jar | cut -d- -f2-)
cd src/bench/template-user
mvn -q -Dlinekeeper.version="$version" compile dependency:build-classpath -Dmdep.outputFile=target/classpath
"$JAVA_HOME/bin/java" -version 2>&1 | head -1
tr ':' '\n' < target/classpath | sed 's,.*/,uses ,'
"$JAVA_HOME/bin/java" -cp "target/classes:$(cat target/classpath)" Greeting
