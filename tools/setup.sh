#!/bin/sh
# Find a Python that is new enough and let it set up .venv (see setup_env.py).
# Usage: sh tools/setup.sh [lab|test|lowest|browser]     PYTHON=/a/python chooses one.
here=$(dirname "$0")
case ${1:-} in
lowest | browser) first=python3.11 ;; # their locks are for this one alone
*) first= ;;
esac
if [ -n "${PYTHON:-}" ]; then
    set -- "$PYTHON" -- "$@"
else
    set -- $first python3 python3.13 python3.12 python3.11 python3.14 python -- "$@"
fi

old=
while [ "$1" != -- ]; do
    # Run it rather than look for it: a launcher on PATH may have nothing to launch.
    found=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
    case $found in
    '') ;;
    [0-2].* | 3.[0-9] | 3.10) old="$old${old:+, }$1 is $found" ;;
    *)
        python=$1
        while [ "$1" != -- ]; do shift; done
        shift
        exec "$python" -I "$here/setup_env.py" "$@"
        ;;
    esac
    shift
done

if [ -n "$old" ]; then
    problem="Python 3.11 or newer is needed, but $old"
elif [ -n "${PYTHON:-}" ]; then
    problem="PYTHON=$PYTHON is not a Python that runs"
else
    problem="Python is not installed"
fi
echo "kopjaqty: $problem. Install Python 3.13 (python.org, apt, brew or conda), or" \
    "name one that you have: PYTHON=/path/to/python3 make …" >&2
exit 1
