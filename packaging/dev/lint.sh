# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev lint: prints every finding as file:line: text, fails if there is one.

need lint
lint_failures=0
licence='SPDX-License-Identifier: GPL-3.0-or-later'

# lint_report TITLE: passes the findings on standard input through and counts them.
lint_report()
{
    local findings
    findings=$(cat)
    if [[ -n $findings ]]; then
        printf '%s\n' "$findings"
        echo "lint: $1" >&2
        lint_failures=$((lint_failures + 1))
    fi
}

lint_sources()
{
    own_files '*.h' '*.cpp' '*.cmake' CMakeLists.txt '*.sh' '*.sql' '*.qss' '*.py'
    find ./dev ./.ci/run -print0
}

# The first place of each file; one write a batch, so that parallel batches do not mix.
lint_format()
{
    own_files '*.h' '*.cpp' | xargs -0 -r -n 16 -P "$(nproc)" bash -c '
        findings=$(clang-format --dry-run -Werror "$@" 2>&1 | awk -F: "/^[^ ].*: (error|warning):/ && !seen[\$1]++")
        [[ -z $findings ]] || printf "%s\n" "$findings"' lint
}

# In the first line, or in the second after #!.
lint_licence()
{
    lint_sources | while IFS= read -r -d '' file; do
        head -n 2 "$file" | grep -qF "$licence" || echo "$file:1: no line \"$licence\""
    done
}

lint_marks()
{
    # Written apart so that this file does not find itself.
    lint_sources | xargs -0 -r grep -nE '\b(TO''DO|FIX''ME)\b' /dev/null || true
}

lint_length()
{
    lint_sources | xargs -0 -r -n 1 awk 'END { if (NR > 400) print FILENAME ":" NR ": more than 400 lines" }'
}

lint_whitespace()
{
    lint_sources | xargs -0 -r grep -nE '[[:blank:]]+$|'$'\r' /dev/null || true
}

lint_shell()
{
    { own_files '*.sh'; find ./dev ./.ci/run -print0; } | while IFS= read -r -d '' file; do
        bash -n "$file" 2>&1 || true
    done
}

lint_report "not formatted, run ./dev format" < <(lint_format)
lint_report "licence line missing" < <(lint_licence)
lint_report "leftover mark" < <(lint_marks)
lint_report "file too long" < <(lint_length)
lint_report "white space at the end of a line" < <(lint_whitespace)
lint_report "shell syntax" < <(lint_shell)

if ((lint_failures > 0)); then
    exit 1
fi
echo "lint: clean"
