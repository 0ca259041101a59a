#!/usr/bin/env bash
# make-proofs.sh < LINES: one proof PDF for each line `ISSUE PAIR` (ISSUE `-`: the newest).
# One that fails does not stop the others; the exit code is that of the first failure.
# What was made and what failed goes to $GITHUB_OUTPUT, as `ISSUE/PAIR` lines.
set -euo pipefail

here=$(dirname "$0")
made='' failed='' code=0

while read -r issue pair; do
  name="$issue/$pair"
  choice=(--issue "$issue")
  if [ "$issue" = - ]; then
    name=$pair
    choice=()
  fi
  echo "::group::$name"
  # Its own stdin: what runs inside the loop must not eat the list.
  if bash "$here/tell.sh" python3 build.py proof "$pair" "${choice[@]}" < /dev/null; then
    made+="$name"$'\n'
  else
    status=$?
    [ "$code" -ne 0 ] || code=$status
    failed+="$name"$'\n'
  fi
  echo "::endgroup::"
done

# The mark that ends a list is no pair's name: those hold no colon.
{
  printf 'made<<:end-of-list:\n%s:end-of-list:\n' "$made"
  printf 'failed<<:end-of-list:\n%s:end-of-list:\n' "$failed"
} >> "${GITHUB_OUTPUT:-/dev/null}"
exit "$code"
