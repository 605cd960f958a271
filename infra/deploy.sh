#!/usr/bin/env bash
# Linekeeper in a resource group of Azure, from nothing or again: says each step before it does it.
set -euo pipefail
cd "$(dirname "$0")"

usage() {
  cat <<'EOF'
infra/deploy.sh [all|role|next] -g GROUP [options]

  all     the resource group and all in it, the image, the app's role in the database, the app (default)
  role    only the app's role in the database, as the server's Entra administrator; safe to repeat
  next    only what is left to be done by hand

  -g GROUP       resource group; made when it is not there
  -l LOCATION    its region, such as westeurope; needed when it is not there
  -s STAGE       dev or prod: which parameter file (dev)
  -i TAG         image that is in the registry already, such as linekeeper:0.1.0; else one is built there from target/linekeeper.jar
  -a ADDRESS     your own IPv4 address, let in to the database while its role is made; not needed in Cloud Shell
  -n             say what would be done and do none of it
  -h, --help     this

From the environment: LINEKEEPER_ROLES_OWNER (an Entra group id, needed), LINEKEEPER_ROLES_ADMIN, _APPROVER, _HELPDESK, _AUDITOR, _ATTESTER,
LINEKEEPER_BOT_TEAMS_APP_ID once there is one; ALERT_MAIL, an address alerts are mailed to; DATABASE_ADMIN_ID, DATABASE_ADMIN_NAME, DATABASE_ADMIN_TYPE (User, Group, ServicePrincipal)
who administers the database: you, when they are not set. Other settings: infra/settings.yaml. Who needs which role: src/docs/operate/install-azure.md.
EOF
}

fail() { echo "deploy.sh: $*" >&2; exit 2; }
say() { printf '\n== %s\n' "$*"; }
run() { # what changes something: printed, then done
  printf '+ %s\n' "$*"
  if [ -z "$rehearsal" ]; then "$@"; fi
}

what=all group='' location='' stage=dev image='' address='' rehearsal=''
case "${1:-}" in
  all | role | next) what=$1; shift ;;
  --help) usage; exit ;;
esac
while getopts g:l:s:i:a:nh option; do
  case $option in
    g) group=$OPTARG ;; l) location=$OPTARG ;; s) stage=$OPTARG ;; i) image=$OPTARG ;;
    a) address=$OPTARG ;; n) rehearsal=yes ;; h) usage; exit ;; *) usage >&2; exit 2 ;;
  esac
done
shift $((OPTIND - 1))
[ $# = 0 ] || fail "what is \"$1\"? See --help."
[ -n "$group" ] || fail "-g GROUP is missing. See --help."
[ -f "$stage.bicepparam" ] || fail "-s $stage: there is no infra/$stage.bicepparam."
command -v az >/dev/null || fail "az, the Azure CLI, is not installed."
deployment=linekeeper-$stage

output() { # output NAME: what the last deployment said
  if [ -n "$rehearsal" ]; then echo "<$1>"; return; fi
  az deployment group show -g "$group" -n "$deployment" --query "properties.outputs.$1.value" -o tsv
}

administrator() { # who administers the database, unless the environment says it
  if [ -n "${DATABASE_ADMIN_ID:-}" ] && [ -n "${DATABASE_ADMIN_NAME:-}" ] && [ -n "${DATABASE_ADMIN_TYPE:-}" ]; then return; fi
  [ -z "${DATABASE_ADMIN_ID:-}${DATABASE_ADMIN_NAME:-}" ] || fail "DATABASE_ADMIN_ID, DATABASE_ADMIN_NAME and DATABASE_ADMIN_TYPE go together."
  local me
  me=$(az ad signed-in-user show --query '[id, userPrincipalName]' -o tsv) || fail "nobody is signed in as a person: set DATABASE_ADMIN_ID, _NAME and _TYPE."
  DATABASE_ADMIN_ID=$(head -1 <<<"$me") DATABASE_ADMIN_NAME=$(tail -1 <<<"$me") DATABASE_ADMIN_TYPE=User
  export DATABASE_ADMIN_ID DATABASE_ADMIN_NAME DATABASE_ADMIN_TYPE
}

deploy() { # deploy IMAGE
  APP_IMAGE=$1 run az deployment group create -g "$group" -n "$deployment" -p "$stage.bicepparam" -o none
}

running() { # the image the app runs now, as REPOSITORY:TAG; nothing for none or the placeholder
  local now
  now=$(az containerapp show -g "$group" -n linekeeper --query 'properties.template.containers[0].image' -o tsv 2>/dev/null) || return 0
  case $now in */linekeeper:*) echo "linekeeper:${now##*:}" ;; esac
}

pinned() { # before anything is made: whether the image can be built
  local empty
  empty=$(sed -n 's/^ARG \([A-Z0-9_]*\)=$/\1/p' Dockerfile | paste -sd ' ')
  [ -z "$empty" ] || fail "infra/Dockerfile has no value for ${empty// /, }: above each is the command that reads it. Or name an image of the registry with -i TAG."
  [ -f ../target/linekeeper.jar ] || fail "target/linekeeper.jar is not there: mvn package, or -i TAG."
}

build() { # an image in the registry, built there: no Docker needed here
  image=linekeeper:$(git rev-parse --short HEAD 2>/dev/null || date -u +%Y%m%d%H%M%S)
  say "The image $image, built in the registry (role: Contributor on the group)"
  cd ..
  run az acr build -r "$(output registryName)" -t "$image" -f infra/Dockerfile .
  cd infra
}

roots() { # the file with the roots this machine trusts; libpq compares the server with them
  local file
  for file in /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/cert.pem; do
    if [ -f "$file" ]; then echo "$file"; return; fi
  done
  echo system
}

psql_in() { # psql_in DATABASE ARGUMENTS…: as the administrator, with a token in place of a password
  local database=$1
  shift
  printf '+ psql %s as %s: %s\n' "$database" "$DATABASE_ADMIN_NAME" "$*"
  if [ -n "$rehearsal" ]; then return; fi
  PGPASSWORD=$token PGSSLROOTCERT=${PGSSLROOTCERT:-$(roots)} psql \
    "host=$host port=5432 dbname=$database sslmode=verify-full" -U "$DATABASE_ADMIN_NAME" --no-psqlrc --quiet "$@"
}

role() {
  command -v psql >/dev/null || fail "psql, PostgreSQL's client, is not installed."
  administrator
  local host token='' server
  host=$(output databaseHost) server=${host%%.*}
  say "The app's role in the database, not an administrator (as its Entra administrator, $DATABASE_ADMIN_NAME)"
  if [ -n "$address" ]; then
    run az postgres flexible-server firewall-rule create -g "$group" --server-name "$server" -n deploy --start-ip-address "$address" --end-ip-address "$address" -o none
    # shellcheck disable=SC2064
    trap "run az postgres flexible-server firewall-rule delete -g '$group' --server-name '$server' -n deploy --yes -o none" EXIT
  fi
  if [ -z "$rehearsal" ] && ! pg_isready -q -h "$host" -t 20; then
    fail "$host cannot be reached from here. In a private network: infra/deploy.sh role -g $group -s $stage on a machine in it, then here again with -i ${image:-TAG}. Else -a with your own address."
  fi
  if [ -z "$rehearsal" ]; then token=$(az account get-access-token --resource-type oss-rdbms --query accessToken -o tsv); fi
  psql_in postgres -v role="$(output databaseRole)" -v identity="$(output databaseIdentity)" -f database/role.sql
  psql_in linekeeper -v role="$(output databaseRole)" -f database/grants.sql
}

next() {
  cat <<EOF

== Left to do by hand
1. Permissions and roles of the identities, as Privileged Role Administrator in Entra: src/docs/tenant-setup.md, steps 2 and 3, with
     \$Reads = '$(output readsPrincipal)'; \$Writes = '$(output writesPrincipal)'; \$Bot = '$(output botPrincipal)'
2. The app package:
     java -jar target/linekeeper.jar app-package --bot-id $(output botId) --domain $(output botDomain)
   then, as Teams Administrator, linekeeper-teams.zip in the Teams admin centre: Manage apps, Upload new app.
3. With the groups of before and LINEKEEPER_BOT_TEAMS_APP_ID, the id the catalogue gave it, in the environment:
     infra/deploy.sh -g $group -s $stage -i ${image:-IMAGE}
4. "doctor" in the chat: what is missing, and who can give it.
EOF
}

case $what in
  role) role ;;
  next)
    image=$(running)
    next
    ;;
  all)
    [ -n "${LINEKEEPER_ROLES_OWNER:-}" ] || fail "LINEKEEPER_ROLES_OWNER is not set: the id of the Entra group that answers for the set-up."
    administrator
    there=$(az group exists -n "$group" -o tsv)
    [ "$there" = true ] || [ -n "$location" ] || fail "-l LOCATION is missing: the resource group $group is not there."
    [ -n "$image$rehearsal" ] || pinned
    if [ "$there" != true ]; then
      say "The resource group $group (role: Contributor on the subscription)"
      run az group create -n "$group" -l "$location" -o none
    fi
    before=$(running)
    say "All in it, the app with ${before:-a placeholder} (roles: Contributor and Role Based Access Control Administrator on the group)"
    deploy "$before"
    if [ -z "$image" ]; then build; fi
    role
    say "The app with $image"
    deploy "$image"
    # azd, whose hook this may be, deploys this image from now on.
    if [ -n "${AZURE_ENV_NAME:-}" ]; then run azd env set APP_IMAGE "$image"; fi
    next
    ;;
esac
