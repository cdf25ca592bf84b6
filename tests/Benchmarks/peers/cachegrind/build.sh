#!/usr/bin/env bash
# Builds the peer of 'course cache bench --peer FILE': fetches valgrind's source from Debian (its licence is the GPL, so it is never
# copied into this repository) and compiles its cache simulator with driver.c. Needs apt, bzip2 and gcc.
# usage: build.sh FILE
set -euo pipefail
program=$(realpath "${1:?name the program to write}")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p lists/partial
. /etc/os-release
echo "deb-src http://deb.debian.org/debian $VERSION_CODENAME main" > sources.list
apt=(apt-get -qq -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=- -o Dir::State::lists="$work/lists" -o APT::Sandbox::User=root)
"${apt[@]}" update
"${apt[@]}" source --download-only valgrind
tar -xjf valgrind_*.orig.tar.bz2 --wildcards --strip-components=2 '*/cachegrind/cg_sim.c'
gcc -O3 -Wno-unused-function -I. "$here/driver.c" -o "$program"
echo "wrote $program"
