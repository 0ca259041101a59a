#!/usr/bin/env bash
# note-proofs.sh: keeps ONE comment on the pull request that names its proofs: writes it the first
# time, renews it afterwards. Where no article ever changed, says nothing.
# PULL_REQUEST: its number; GH_TOKEN: may comment; and what say-proofs.sh reads.
set -euo pipefail

mark='<!-- songngu: proofs -->'
comments="repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments"

mine=".[] | select(.user.login == \"github-actions[bot]\" and (.body | startswith(\"$mark\"))) | .id"
found=$(gh api --paginate "$comments" --jq "$mine")
first=${found%%$'\n'*}

if [ -z "$first" ] && [ -z "${MADE:-}${FAILED:-}" ]; then
  exit 0
fi

body=$(printf '%s\n' "$mark" && bash "$(dirname "$0")/say-proofs.sh")
if [ -n "$first" ]; then
  gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$first" \
    --raw-field body="$body" --silent
else
  gh api --method POST "$comments" --raw-field body="$body" --silent
fi
