#!/usr/bin/env bash
# new-pair.sh: writes the two files of a new article. KIND, SLUG, SECTION, ISSUE (may be empty).
# shellcheck disable=SC2016  # the backticks are Markdown's
set -euo pipefail

# The slug becomes a file, an address and a branch; the form lets people type anything.
if ! [[ $SLUG =~ ^[a-z0-9]+(-[a-z0-9]+)*$ ]]; then
  printf '%s\n\n%s\n' \
    'Tên tệp chỉ gồm chữ thường không dấu, chữ số và gạch ngang, ví dụ `cho-noi-cua-song`.' \
    'The file name may hold only a-z, 0-9 and hyphens, for example `cho-noi-cua-song`.' |
    tee -a "${GITHUB_STEP_SUMMARY:-/dev/null}" >&2
  exit 2
fi

choice=()
[ -z "${ISSUE:-}" ] || choice=(--issue "$ISSUE")
exec bash "$(dirname "$0")/tell.sh" \
  python3 build.py new "$KIND" "$SLUG" --section "$SECTION" "${choice[@]}"
