#!/usr/bin/env bash
# changed-pairs.sh BASE [HEAD]: the article pairs that differ between two commits and are whole at
# HEAD (only a whole pair can be proofed), one `ISSUE PAIR` a line. A change in either language's
# file is enough; a renamed article counts under its new name.
set -euo pipefail

base=$1
head=${2:-HEAD}

# Not in a pipe: a fault of git's must be ours.
files=$(git -c core.quotePath=false diff --name-only --no-renames --diff-filter=d \
  "$base" "$head" -- 'content/vi/*.md' 'content/en/*.md')

printf '%s\n' "$files" | while IFS= read -r file; do
  path=${file#content/??/}
  path=${path%.md}
  issue=${path%%/*}
  pair=${path#*/}
  # Left out: no file at all, names that git had to quote, files outside an issue.
  [ "$path" != "$file" ] && [ "$pair" != "$path" ] || continue
  # And names that would read as an option, are hidden, or that Windows or Markdown cannot take.
  case "$issue $pair" in
    -* | *[\ /]-* | .* | *[\ /].* | *[\`:\<\>\|\*\?]*) continue ;;
  esac
  case $issue in
    *\ *) continue ;;
  esac
  git cat-file -e "$head:content/vi/$path.md" 2> /dev/null || continue
  git cat-file -e "$head:content/en/$path.md" 2> /dev/null || continue
  printf '%s %s\n' "$issue" "$pair"
done | LC_ALL=C sort -u
