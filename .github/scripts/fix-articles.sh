#!/usr/bin/env bash
# fix-articles.sh: repairs what is safe to repair (check --fix). PAIR, ISSUE (each may be empty: all).
# Findings that are left do not stop it: they stand in the summary and in the pull request's check.
# shellcheck disable=SC2016  # the backticks are Markdown's
set -euo pipefail

files=()
if [ -n "${PAIR:-}" ]; then
  # The name becomes a path; the form lets people type anything.
  if ! [[ $PAIR =~ ^[a-z0-9]+([/-][a-z0-9]+)*$ ]]; then
    printf '%s\n\n%s\n' \
      'Tên bài là tên tệp không có `.md`, ví dụ `cho-noi-cua-song`.' \
      'The article is named by its file without `.md`, for example `cho-noi-cua-song`.' |
      tee -a "${GITHUB_STEP_SUMMARY:-/dev/null}" >&2
    exit 2
  fi
  shopt -s nullglob
  for file in content/??/*/"$PAIR.md"; do
    [ -n "${ISSUE:-}" ] && [[ $file != content/??/"$ISSUE"/* ]] || files+=("$file")
  done
  if [ "${#files[@]}" -eq 0 ]; then
    printf '%s\n\n%s\n' "Không có bài \`$PAIR\`." "There is no article \`$PAIR\`." |
      tee -a "${GITHUB_STEP_SUMMARY:-/dev/null}" >&2
    exit 2
  fi
fi

choice=()
[ -z "${ISSUE:-}" ] || choice=(--issue "$ISSUE")
code=0
python3 build.py check --fix --format github "${choice[@]}" "${files[@]}" || code=$?
# 3: some findings only a person can mend. Everything else is a failure.
[ "$code" -eq 0 ] || [ "$code" -eq 3 ] || exit "$code"
