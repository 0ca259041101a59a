#!/usr/bin/env bash
# say-proofs.sh: prints, as Markdown, which proofs there are and where to get them.
# MADE, FAILED: lists of names, one a line; ARTIFACT: the artifact's name; ARTIFACT_URL: its address.
# shellcheck disable=SC2016  # the backticks are Markdown's
set -euo pipefail

listed() {
  printf '%s\n' "$1" | sed -n 's/^\(..*\)$/- `\1`/p'
}

printf '### Bản in thử · Proofs\n\n'
if [ -n "${MADE:-}" ]; then
  artifact="\`${ARTIFACT:-proofs}\`"
  [ -z "${ARTIFACT_URL:-}" ] || artifact="[$artifact]($ARTIFACT_URL)"
  printf 'Tải tệp %s (nén zip) rồi mở PDF bên trong.\n' "$artifact"
  printf 'Download %s (a zip) and open the PDFs inside.\n\n' "$artifact"
  listed "$MADE"
  printf '\n'
fi
if [ -n "${FAILED:-}" ]; then
  printf 'Không in thử được; lý do nằm trong tóm tắt của lần chạy.\n'
  printf 'Could not be proofed; the run'"'"'s summary says why.\n\n'
  listed "$FAILED"
  printf '\n'
fi
if [ -z "${MADE:-}${FAILED:-}" ]; then
  printf 'Không có bài nào cần in thử. No article to proof.\n'
fi
