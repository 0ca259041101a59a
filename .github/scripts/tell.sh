#!/usr/bin/env bash
# tell.sh COMMAND...: runs it; if it fails, its last words are also put into the job summary, where
# an editor finds them without opening a log. Passes the exit code on.
set -euo pipefail

words=$(mktemp)
trap 'rm -f "$words"' EXIT

code=0
"$@" 2>&1 | tee "$words" || code=$?
if [ "$code" -ne 0 ]; then
  {
    printf '### Chưa xong (mã %s) · Not done (code %s)\n\n~~~~text\n' "$code" "$code"
    tail -n 40 "$words" | tr -d '\033'
    printf '\n~~~~\n\n'
  } >> "${GITHUB_STEP_SUMMARY:-/dev/null}"
fi
exit "$code"
