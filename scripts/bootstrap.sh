#!/bin/sh
# Gets uv where it is missing, and the Python environment in .venv. Safe to run again and again.
set -eu
cd "$(dirname "$0")/.."

bin="${SAYDO_MODELS:-${XDG_DATA_HOME:-$HOME/.local/share}/saydo/models}/../bin"

fail() {
    echo "[setup] $1" >&2
    exit 1
}

find_uv() {
    for candidate in uv "$HOME/.local/bin/uv" "$HOME/.cargo/bin/uv" "$bin/uv" "$bin/uv-package/bin/uv"; do
        if command -v "$candidate" >/dev/null 2>&1 && "$candidate" --version >/dev/null 2>&1; then
            command -v "$candidate"
            return
        fi
    done
}

get_uv() {
    mkdir -p "$bin"
    if command -v curl >/dev/null 2>&1 && curl -LsSf --connect-timeout 10 \
        https://astral.sh/uv/install.sh -o "$bin/install-uv.sh"; then
        UV_INSTALL_DIR="$bin" UV_NO_MODIFY_PATH=1 sh "$bin/install-uv.sh" -q || true
        rm -f "$bin/install-uv.sh"
    fi
    # pip writes only below --target, so this works where the system's Python is not to be changed.
    [ -n "$(find_uv)" ] || python3 -m pip install -q --target "$bin/uv-package" uv >/dev/null 2>&1 || true
}

uv=$(find_uv)
if [ -z "$uv" ]; then
    echo "[setup] uv ... getting it"
    get_uv
    uv=$(find_uv)
    [ -n "$uv" ] || fail "uv could not be had. Install it (https://docs.astral.sh/uv/), then run make again."
    echo "[setup] uv ... ok"
else
    echo "[setup] uv ... ok (already there)"
fi

compiler_there() {
    command -v "${CXX:-c++}" >/dev/null 2>&1 || command -v g++ >/dev/null 2>&1 || command -v clang++ >/dev/null 2>&1
}

if ls .venv/lib/python*/site-packages/llama_cpp >/dev/null 2>&1; then
    built="yes"
else
    built=""
    compiler_there || fail "A C++ compiler is needed to build llama.cpp. Install one (Debian and Ubuntu: \
sudo apt install g++; Fedora: sudo dnf install gcc-c++; macOS: xcode-select --install), then run make again."
    echo "[setup] Python environment ... downloading 600 MB and building llama.cpp, about 5 minutes on two cores"
fi

quiet=""
[ -z "$built" ] || quiet="-q"
# shellcheck disable=SC2086
"$uv" sync --locked --extra piper $quiet || fail "The Python environment could not be made. What uv says \
is above: most often the network is away, or pyproject.toml was changed without \`uv lock\`. Then run make again."
echo "[setup] Python environment ... ok${built:+ (already there)}"
