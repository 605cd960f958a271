#!/usr/bin/env bash
# PowerShell and the module MicrosoftTeams for the image, each only if it is the very file whose checksum the Dockerfile has.
#   powershell.sh sum host VERSION              the checksum of PowerShell for Linux on x64, as its release page has it
#   powershell.sh sum module VERSION            that of the module's package, fetched for it
#   powershell.sh host VERSION SHA256 FOLDER    PowerShell in FOLDER
#   powershell.sh module VERSION SHA256 FOLDER  the module in FOLDER/MicrosoftTeams/VERSION
# The module is fetched and unpacked by the pwsh of the path, from the repository that MODULE_REPOSITORY names; else PSGallery.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() { echo "powershell.sh: $*" >&2; exit 2; }
fetch() { # fetch FILE FROM-THE-RELEASE-OF-VERSION
  curl --fail --silent --show-error --location --retry 3 --output "$work/$1" "https://github.com/PowerShell/PowerShell/releases/download/v$2/$1"
}
say() { # say COMMAND-OF-POWERSHELL
  pwsh -NoLogo -NoProfile -NonInteractive -Command "\$ErrorActionPreference = 'Stop'; $1"
}
package() { # package VERSION: the module's package in the work folder
  # PowerShell's own variables.
  # shellcheck disable=SC2016
  VERSION=$1 WORK=$work REPOSITORY=${MODULE_REPOSITORY:-PSGallery} say \
    'Save-PSResource MicrosoftTeams -Version $env:VERSION -Repository $env:REPOSITORY -TrustRepository -AsNupkg -SkipDependencyCheck -Quiet -Path $env:WORK'
  # One name, however it was written by who published it.
  find "$work" -iname '*.nupkg' ! -name module.nupkg -exec mv {} "$work/module.nupkg" \;
  [ -s "$work/module.nupkg" ] || fail "there is no MicrosoftTeams $1"
}
check() { # check FILE SHA256 WHAT
  local found
  found=$(sha256sum "$work/$1" | cut -d ' ' -f 1)
  [ "$found" = "$2" ] || fail "$3 is not what was expected: its checksum is $found, not $2"
}
given() { # given SHA256 WHAT KIND VERSION: before anything is fetched
  [ -n "$1" ] || fail "there is no checksum for $2 $4: infra/powershell.sh sum $3 $4 reads it, and it belongs at the top of infra/Dockerfile"
  [[ $1 =~ ^[0-9a-f]{64}$ ]] || fail "'$1' is no SHA-256 checksum: 64 digits, a to f in small letters"
}

case "${1:-} ${2:-}" in
  'sum host')
    fetch hashes.sha256 "$3"
    tr -d '\r' <"$work/hashes.sha256" | sed -n "s/^\([0-9A-Fa-f]\{64\}\) [ *]powershell-$3-linux-x64\.tar\.gz\$/\1/p" | tr A-F a-f | grep . ||
      fail "the release $3 names no checksum of its file for Linux on x64"
    ;;
  'sum module')
    package "$3"
    sha256sum "$work/module.nupkg" | cut -d ' ' -f 1
    ;;
  host\ *)
    given "${3:-}" PowerShell host "$2"
    fetch "powershell-$2-linux-x64.tar.gz" "$2"
    check "powershell-$2-linux-x64.tar.gz" "$3" "PowerShell $2"
    mkdir -p "$4"
    tar -xzf "$work/powershell-$2-linux-x64.tar.gz" -C "$4"
    chmod 755 "$4/pwsh"
    ;;
  module\ *)
    given "${3:-}" MicrosoftTeams module "$2"
    package "$2"
    check module.nupkg "$3" "MicrosoftTeams $2"
    mkdir -p "$work/checked" "$4"
    mv "$work/module.nupkg" "$work/checked/microsoftteams.$2.nupkg"
    # Unpacked by PowerShell's own installer, which finds nothing but the checked file.
    # shellcheck disable=SC2016
    VERSION=$2 CHECKED=$work/checked FOLDER=$4 say \
      'Register-PSResourceRepository checked -Uri $env:CHECKED -Trusted -Force; Save-PSResource MicrosoftTeams -Version $env:VERSION -Repository checked -SkipDependencyCheck -Quiet -Path $env:FOLDER'
    [ -f "$4/MicrosoftTeams/$2/MicrosoftTeams.psd1" ] || fail "the package has no module MicrosoftTeams $2"
    ;;
  *) sed -n '2,6s/^# *//p' "$0" >&2; exit 2 ;;
esac
