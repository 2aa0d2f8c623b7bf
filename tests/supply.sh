#!/usr/bin/env bash
# What the program is built from: the crates as deny.toml wants them, the libraries of the browser
# tests, and the files in this repository that others wrote. `./test` runs it; its last line counts
# its checks. What cannot be looked at without a network is skipped, and says so.
set -euo pipefail
cd "$(dirname "$0")/.."
exec </dev/null

passed=0 failed=0 skipped=0
pass() { passed=$((passed + 1)); echo "supply chain, $1: ok"; }
fail() { failed=$((failed + 1)); echo "supply chain, $1: FAILED"; }
skip() { skipped=$((skipped + 1)); echo "supply chain, $1: skipped: $2"; }

# A command whose output matters only when it fails.
try() {
  local name=$1 said
  shift
  if said=$("$@" 2>&1); then pass "$name"; else echo "$said"; fail "$name"; fi
}

# ── Crates ──────────────────────────────────────────────────────────────────────────────────────

version=0.20.2
tools=target/tools/cargo-deny-$version
deny=$tools/bin/cargo-deny
if [ ! -x "$deny" ]; then
  # Its speed does not matter, how long it takes to compile does.
  timeout 600 cargo install --locked --debug --quiet --version "$version" --root "$tools" \
    cargo-deny || true
fi

# RustSec's database of known faults, as cargo-deny keeps it below `db-path` in deny.toml. Where
# GitHub cannot be reached, a copy beside this repository will do, if somebody put one there.
databases=target/tools/advisory-dbs
database=$databases/advisory-db-3157b0e258782691
copy=../shared/data/advisory-db.tar.gz
known_faults() {
  [ ! -e "$databases/is-a-copy" ] || rm -rf "$databases"
  mkdir -p "$databases"
  GIT_TERMINAL_PROMPT=0 timeout 120 "$deny" fetch db >/dev/null 2>&1 && return
  # One that was fetched before is better than none.
  [ ! -d "$database/.git" ] || return 0
  [ -f "$copy" ] || return 1
  touch "$databases/is-a-copy"
  rm -rf "$database"
  mkdir "$database"
  tar -xzf "$copy" -C "$database"
  # cargo-deny reads repositories only; this one is as old as the newest fault that it knows.
  local day
  day=$(grep -rhoE '^date = "[0-9]{4}-[0-9]{2}-[0-9]{2}"' "$database/crates" | cut -d '"' -f 2 |
    sort | tail -n 1)T12:00:00Z
  git -C "$database" init --quiet --initial-branch=main
  git -C "$database" add --all
  GIT_AUTHOR_DATE=$day GIT_COMMITTER_DATE=$day git -C "$database" -c user.name=copy \
    -c user.email=copy@localhost -c commit.gpgsign=false commit --quiet --message=Copy
}

if [ ! -x "$deny" ]; then
  for what in advisories licenses bans sources; do
    skip "$what" "cargo-deny $version is not there and could not be installed"
  done
else
  # It looks at the crates of every system, not only at those that this one compiled.
  cargo fetch --locked --quiet || true
  for what in licenses bans sources; do
    try "$what" "$deny" --offline --locked check --hide-inclusion-graph "$what"
  done
  if known_faults; then
    try "advisories as of $(git -C "$database" log -1 --format=%cs)" \
      "$deny" --offline --locked check --hide-inclusion-graph advisories
  else
    skip advisories "neither github.com nor a copy of RustSec's database can be reached"
  fi
fi

# ── Libraries of the browser tests ──────────────────────────────────────────────────────────────

# A registry that cannot be asked answers without a report.
audit=$(cd tests/browser && timeout 60 npm audit --json 2>/dev/null) && code=0 || code=$?
case $audit in
  *'"auditReportVersion"'*)
    if [ "$code" = 0 ]; then pass "npm audit"; else echo "$audit"; fail "npm audit"; fi ;;
  *) skip "npm audit" "the registry does not tell of known faults" ;;
esac

# ── Files that others wrote ─────────────────────────────────────────────────────────────────────

try "vendored files" sha256sum --check --strict --quiet tests/vendored.sha256

echo "supply chain: $passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
