#!/usr/bin/env bash
# open-pull-request.sh new|fix|clear: puts what was written on a branch of its own and opens a pull
# request. ISSUE (may be empty), and of the form: KIND and SLUG (new), PAIR, ROLE and NAME (fix, clear);
# GH_TOKEN: may push and open pull requests.
# shellcheck disable=SC2016  # the backticks are Markdown's
set -euo pipefail

case $1 in
  new)
    branch="new/${ISSUE:+$ISSUE-}$SLUG"
    message="New $KIND: $SLUG"
    title="Bài mới · $message"
    intro=('Hai tệp mới, đã có sẵn phần đầu. Viết tiếp ngay trên nhánh này:'
      'Two new files with their front matter filled in. Go on writing in this branch:')
    ;;
  fix)
    branch="fix/${ISSUE:+$ISSUE-}${PAIR:-all}-$GITHUB_RUN_NUMBER"
    message="Fix: ${PAIR:-every article}"
    title="Sửa tự động · $message"
    intro=('Những chỗ sửa được mà không đổi ý. Đọc từng dòng đã đổi rồi hãy gộp:'
      'What can be mended without changing what is said. Read every changed line, then merge:')
    ;;
  clear)
    branch="clear/${ISSUE:+$ISSUE-}$PAIR-$ROLE-$GITHUB_RUN_NUMBER"
    message="Clear $PAIR as $ROLE: $NAME"
    title="Duyệt · $message"
    intro=('Bản ghi duyệt bài. Gộp vào là có hiệu lực:'
      'The record of the clearance. It counts once it is merged:')
    ;;
  *) exit 2 ;;
esac
page="$GITHUB_SERVER_URL/$GITHUB_REPOSITORY"

say() {
  printf '%s\n' "$@" '' | tee -a "${GITHUB_STEP_SUMMARY:-/dev/null}"
}

git add --all -- content
files=$(git diff --cached --name-only)
if [ -z "$files" ]; then
  say 'Không có gì thay đổi. Nothing was changed.'
  # Nothing to mend is good news; nothing new after new or clear is a fault.
  [ "$1" = fix ] && exit 0
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
  commit --quiet --message "$message"
git push --quiet origin "HEAD:refs/heads/$branch"

body=$(
  printf '%s\n' "${intro[@]}" ''
  printf '%s\n' "$files" | while IFS= read -r file; do
    printf -- '- [`%s`](%s/edit/%s/%s)\n' "$file" "$page" "$branch" "$file"
  done
  printf '\nKiểm tra tự chạy từ lần sửa đầu tiên của bạn.\n'
  printf 'The checks run by themselves from your first edit on.\n'
)
if ! address=$(gh pr create --base "$GITHUB_REF_NAME" --head "$branch" \
  --title "$title" --body "$body"); then
  say "Nhánh \`$branch\` đã lên, nhưng GitHub không cho mở pull request." \
    'Settings > Actions > General > "Allow GitHub Actions to create and approve pull requests".' \
    "Hoặc tự mở · Or open it yourself: $page/compare/$GITHUB_REF_NAME...$branch?expand=1"
  exit 1
fi
say "### Pull request: $address" '' "$body"
