#!/usr/bin/env bash
# open-pull-request.sh: puts what new-pair.sh wrote on a branch of its own and opens a pull request.
# KIND, SLUG, ISSUE (may be empty): as asked for; GH_TOKEN: may push and open pull requests.
# shellcheck disable=SC2016  # the backticks are Markdown's
set -euo pipefail

branch="new/${ISSUE:+$ISSUE-}$SLUG"
page="$GITHUB_SERVER_URL/$GITHUB_REPOSITORY"

say() {
  printf '%s\n' "$@" '' | tee -a "${GITHUB_STEP_SUMMARY:-/dev/null}"
}

git add --all -- content
files=$(git diff --cached --name-only)
if [ -z "$files" ]; then
  say 'Không có tệp nào mới. No new file was written.'
  exit 1
fi

gh auth setup-git
if git ls-remote --exit-code --heads origin "refs/heads/$branch" > /dev/null; then
  say "Nhánh \`$branch\` đã có: hãy chọn tên khác, hoặc viết tiếp trên nhánh đó." \
    "Branch \`$branch\` exists already: choose another name, or go on in that branch."
  exit 1
fi

git switch --quiet --create "$branch"
git -c user.name="$GITHUB_ACTOR" \
  -c user.email="$GITHUB_ACTOR_ID+$GITHUB_ACTOR@users.noreply.github.com" \
  commit --quiet --message "New $KIND: $SLUG"
git push --quiet origin "HEAD:refs/heads/$branch"

body=$(
  printf 'Hai tệp mới, đã có sẵn phần đầu. Viết tiếp ngay trên nhánh này:\n'
  printf 'Two new files with their front matter filled in. Go on writing in this branch:\n\n'
  printf '%s\n' "$files" | while IFS= read -r file; do
    printf -- '- [`%s`](%s/edit/%s/%s)\n' "$file" "$page" "$branch" "$file"
  done
  printf '\nKiểm tra tự chạy từ lần sửa đầu tiên của bạn.\n'
  printf 'The checks run by themselves from your first edit on.\n'
)
if ! address=$(gh pr create --base "$GITHUB_REF_NAME" --head "$branch" \
  --title "Bài mới · New $KIND: $SLUG" --body "$body"); then
  say "Nhánh \`$branch\` đã lên, nhưng GitHub không cho mở pull request." \
    'Settings > Actions > General > "Allow GitHub Actions to create and approve pull requests".' \
    "Hoặc tự mở · Or open it yourself: $page/compare/$GITHUB_REF_NAME...$branch?expand=1"
  exit 1
fi
say "### Pull request: $address" '' "$body"
