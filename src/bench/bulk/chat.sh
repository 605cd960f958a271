#!/usr/bin/env bash
# A list of people from the file in the chat to the undo, the simulator and the bot each in a process of its own:
#   src/bench/bulk/chat.sh [rows=10000] [rate=30] [at-once=128] [browser=yes] [kill=yes|stop=yes replicas=2] [undo=no] [seed=1] [database=h2] [keep=FOLDER]
# after mvn -q -DskipTests package, on JDK 25. browser=yes works the chat page with the machine's Chromium (one replica, no kills) and leaves pictures in
# FOLDER; it needs the classes of the tests (mvn -q test-compile). See chat/Chat.java. Ends with 1 when an aim is missed; each is named.
set -euo pipefail
cd "$(dirname "$0")/../../.."
. src/bench/setup.sh
postgres_or_h2 "$@"
sources="src/bench/crash src/bench/bulk/chat" driver=$LINEKEEPER_CLASSPATH
case " $* " in *" browser=yes "*)
  [ -n "${TEST_CLASSPATH:-}" ] || { mvn -q dependency:build-classpath -DincludeScope=test -Dmdep.outputFile="$work/classpath"; TEST_CLASSPATH=$(cat "$work/classpath"); }
  driver="target/test-classes:target/classes:$TEST_CLASSPATH" sources="$sources src/bench/bulk/chat/browser" ;;
esac
mkdir "$work/driver"
"${java}c" -nowarn -proc:none -d "$work/driver" -cp "$driver" src/test/java/dev/linekeeper/conversation/GivenList.java $(for folder in $sources; do ls $folder/*.java; done)
"$java" -XX:TieredStopAtLevel=1 -Xmx512m -cp "$work/driver:$driver" Chat "work=$work" "url=$url" "user=$user" "$@"
