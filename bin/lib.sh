# Shared by the scripts beside it: finds what is needed and installs what is missing.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
export SWIFT_BACKTRACE=interactive=no

say() { printf '%s\n' "plenary: $*" >&2; }

need_swift() {
  if ! command -v swift >/dev/null 2>&1; then
    say "Plenary is built with Swift 6.2 or newer, and no swift is found; install a toolchain from https://www.swift.org/install and put it on the PATH."
    exit 69
  fi
  local version major minor
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1)
  read -r major minor <<<"$version"
  if [ -z "${minor:-}" ] || [ "$major" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 2 ]; }; then
    say "Plenary is built with Swift 6.2 or newer; this toolchain is ${major:-?}.${minor:-?}."
    exit 69
  fi
}

# Runs a command as root: as it is for root, through sudo for anybody else.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo "$@"
  else
    say "This needs root and there is no sudo; run as root: $*"
    exit 69
  fi
}

# Installs the Debian packages of which a file is missing: install_debian FILE PACKAGE...
install_debian() {
  local file=$1
  shift
  if [ -e "$file" ]; then return; fi
  if ! command -v apt-get >/dev/null 2>&1; then
    say "$file is missing; install what Debian calls $*, then try again."
    exit 69
  fi
  say "installing $* (Debian packages)"
  if ! { as_root apt-get install -y -qq "$@" || { as_root apt-get update -qq && as_root apt-get install -y -qq "$@"; }; } >&2; then
    say "$* could not be installed; install it by hand, then try again."
    exit 69
  fi
}

need_libraries() {
  install_debian /usr/include/histedit.h libedit-dev
}

# Builds the program if a source is newer than it.
build() {
  program=$root/.build/release/plenary
  if [ -x "$program" ] && [ -z "$(find "$root/Sources" "$root/Package.swift" -newer "$program" -print -quit)" ]; then
    return
  fi
  need_swift
  need_libraries
  say "building (a first time takes some minutes)"
  mkdir -p "$root/.build"
  if ! (cd "$root" && swift build -c release --static-swift-stdlib --product plenary >"$root/.build/build.log" 2>&1); then
    grep -E 'error' "$root/.build/build.log" >&2 || tail -n 20 "$root/.build/build.log" >&2
    say "the build failed; the whole log is in $root/.build/build.log"
    exit 70
  fi
  touch "$program"
}
