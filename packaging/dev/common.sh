# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by the commands of ./dev; sourced with the repository's root as working folder.

usage()
{
    cat <<'TEXT'
usage: ./dev COMMAND [arguments]

  build [target…]                                build everything (or the targets named) into build/
  demo [--headless] [--out DIR] [--speed N]      build and open the desk on a fresh store with simulated charge points
  demo --remote [--headless] [--out DIR]         the same on PostgreSQL, with a daemon and two desks
  test [ctest arguments]                         build and run every test
  bench [name…]                                  run the benchmarks, write build/bench/results.json
  lint                                           format, licence line, length, leftover marks, shell syntax
  format                                         rewrite the C++ sources with clang-format
  package                                        make a Debian package in build/package/
  fuzz [name] [seconds]                          run one fuzz target, or all, for 60 seconds each
  sanitize address|thread [ctest arguments]      build with the sanitizer and run the tests
  interop [ocpp|gateways]                        our programs against clients of others (npm, under build/interop)

Missing Debian packages are installed first (packaging/debian-packages.txt);
AFTERCHARGE_INSTALL=no only names them. AFTERCHARGE_JOBS sets the number of compilers.
TEXT
}

die()
{
    echo "dev: $*" >&2
    exit 1
}

# The packages of debian-packages.txt that any of the groups named needs.
packages_of()
{
    local package groups group
    while read -r package groups; do
        groups=${groups%%#*}
        for group in "$@"; do
            [[ " $groups " == *" $group "* ]] && echo "$package"
        done
    done < <(grep -v '^#' packaging/debian-packages.txt | grep -v '^$')
    return 0
}

# Those of the packages named that are not installed. One query: a second run costs nothing.
missing_packages()
{
    dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null |
        awk -v wanted="$*" '$2 == "installed" { have[$1] = 1 }
            END { n = split(wanted, list, " "); for (i = 1; i <= n; ++i) if (!(list[i] in have)) print list[i] }'
}

as_root()
{
    if [[ $(id -u) -eq 0 ]]; then
        "$@"
    else
        command -v sudo >/dev/null || die "not root and no sudo here; as root, run: $*"
        sudo "$@"
    fi
}

# need GROUP…: installs what these groups miss.
need()
{
    if ! command -v dpkg-query >/dev/null; then
        echo "dev: not a Debian system; taking the packages of packaging/debian-packages.txt as given" >&2
        return 0
    fi
    local wanted missing
    mapfile -t wanted < <(packages_of "$@")
    mapfile -t missing < <(missing_packages "${wanted[@]}")
    [[ ${#missing[@]} -gt 0 ]] || return 0
    if [[ ${AFTERCHARGE_INSTALL:-yes} == no ]]; then
        die "missing packages: ${missing[*]}"
    fi
    echo "dev: installing ${missing[*]}" >&2
    local options=(-q -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300)
    as_root apt-get "${options[@]}" update </dev/null >&2
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get "${options[@]}" install -y --no-install-recommends "${missing[@]}" </dev/null >&2
}

# One compiler a core, but no more than memory holds: a file with Qt's headers takes up to 1 GB.
job_count()
{
    if [[ -n ${AFTERCHARGE_JOBS:-} ]]; then
        echo "$AFTERCHARGE_JOBS"
        return
    fi
    local cores memory_gb
    cores=$(nproc)
    memory_gb=$(awk '/^MemAvailable:/ { print int($2 / 1048576) }' /proc/meminfo 2>/dev/null || echo "$cores")
    if ((memory_gb < 1)); then
        memory_gb=1
    fi
    echo $((cores < memory_gb ? cores : memory_gb))
}

# configure PRESET DIR: once; afterwards ninja itself configures again when a CMakeLists.txt changes.
configure()
{
    [[ -f $2/build.ninja ]] || cmake --preset "$1" -B "$2"
}

# build_in DIR [target…]
build_in()
{
    local dir=$1
    shift
    [[ $# -eq 0 ]] || set -- --target "$@"
    cmake --build "$dir" --parallel "$(job_count)" "$@"
}

build_targets()
{
    need build
    configure dev build
    build_in build "$@"
}

# What a Qt program wants to find: a UTF-8 locale and a runtime folder of its own.
prepare_environment()
{
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]8* | *[Uu][Tt][Ff]-8*) ;;
    *) export LC_ALL=C.UTF-8 ;;
    esac
    if [[ ! -d ${XDG_RUNTIME_DIR:-} ]]; then
        export XDG_RUNTIME_DIR="$AFTERCHARGE_ROOT/build/run"
        mkdir -p "$XDG_RUNTIME_DIR"
        chmod 700 "$XDG_RUNTIME_DIR"
    fi
}

# Our own files (no build folders) whose names match the patterns given, NUL-separated.
own_files()
{
    local names=() pattern
    for pattern in "$@"; do
        [[ ${#names[@]} -eq 0 ]] || names+=(-o)
        names+=(-name "$pattern")
    done
    find . \( -path ./.git -o -path './build' -o -path './build-*' -o -name .cache \) -prune -o \
        -type f \( "${names[@]}" \) -print0 | LC_ALL=C sort -z
}
