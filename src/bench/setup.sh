# What benches with processes of the bot need, to be sourced from the root of the repository: $java, a folder $work that is gone at the end,
# $LINEKEEPER_CLASSPATH, and postgres_or_h2, which sets $url and $user: a throw-away PostgreSQL where one is installed, else H2.
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d "${TMPDIR:-/tmp}/bench-XXXXXX")

if [ -z "${LINEKEEPER_CLASSPATH:-}" ]; then
  "$java" -Djarmode=tools -jar target/linekeeper.jar extract --destination "$work/app" >/dev/null
  LINEKEEPER_CLASSPATH="$work/app/linekeeper.jar:$work/app/lib/*"
fi
export LINEKEEPER_CLASSPATH

postgres() { # postgres PROGRAM ARGUMENT…: the server refuses to run as root
  local program=$1; shift
  if [ "$(id -u)" = 0 ]; then (cd /tmp && runuser -u postgres -- "$bin/$program" "$@"); else "$bin/$program" "$@"; fi
}
end() {
  [ -z "${data:-}" ] || postgres pg_ctl -D "$data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap end EXIT

postgres_or_h2() { # postgres_or_h2 ARGUMENT…: H2 too where one is database=h2
  url="jdbc:h2:file:$work/store;AUTO_SERVER=TRUE" user=sa
  bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
  case " $* " in *" database=h2 "*) bin= ;; esac
  [ -n "$bin" ] || return 0
  data="$work/postgres"; port=$((20000 + RANDOM % 20000))
  mkdir "$data"; [ "$(id -u)" != 0 ] || { chown postgres "$data"; chmod 755 "$work"; }
  postgres initdb -D "$data" -U postgres -A trust -E UTF8 >/dev/null
  # Counts statements where it can, for who asks.
  local counted=; [ ! -e "$(dirname "$bin")/lib/pg_stat_statements.so" ] || counted="-c shared_preload_libraries=pg_stat_statements"
  postgres pg_ctl -D "$data" -w -l "$data/log" -o "-p $port -c listen_addresses=127.0.0.1 -k $data $counted" start >/dev/null
  url="jdbc:postgresql://127.0.0.1:$port/postgres" user=postgres
}
