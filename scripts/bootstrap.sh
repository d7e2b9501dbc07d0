#!/bin/sh
# Finds a Python for scripts/bootstrap.py, which does the rest; scripts/guard.py sees to its end.
# Safe to run again and again.
set -eu
cd "${0%/*}/.."

IFS=:
# shellcheck disable=SC2086
for folder in $PATH ${SAYDO_TOOL_FOLDERS-/usr/local/bin:/usr/bin:/opt/homebrew/bin}; do
    if "$folder/python3" -c "import sys; sys.exit(sys.version_info < (3, 8))" 2>/dev/null; then
        exec "$folder/python3" -IS scripts/guard.py "$PPID" "$folder/python3" scripts/bootstrap.py
    fi
done
echo "[setup] Python is missing. Install Python 3.11, 3.12 or 3.13 (Debian and Ubuntu: sudo apt install python3;\
 Fedora: sudo dnf install python3; macOS: brew install python@3.13), then run make again." >&2
exit 1
