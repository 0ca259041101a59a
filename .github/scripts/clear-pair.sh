#!/usr/bin/env bash
# clear-pair.sh: signs off an article as it stands (clear). PAIR, ROLE, NAME; CODE of the submission
# sheet and ISSUE may be empty. The record keeps NAME as the signer, and GITHUB_ACTOR as who pressed
# the button.
set -euo pipefail

choice=()
[ -z "${ISSUE:-}" ] || choice+=(--issue "$ISSUE")
[ -z "${CODE:-}" ] || choice+=("--as-printed=$CODE")

export GIT_AUTHOR_NAME="$GITHUB_ACTOR"
export GIT_AUTHOR_EMAIL="$GITHUB_ACTOR_ID+$GITHUB_ACTOR@users.noreply.github.com"
exec bash "$(dirname "$0")/tell.sh" \
  python3 build.py clear "--by=$NAME" --role "$ROLE" "${choice[@]}" -- "$PAIR"
