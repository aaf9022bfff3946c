#!/bin/sh
# Takes each guard away once, in a copy of the project, and runs the test that must notice.
# Usage: system-tests/mutations/try.sh [name...]      The result: one line for each, "noticed" or "NOT NOTICED".
set -eu
here=$(cd "$(dirname "$0")" && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
grep -v '^#' "$here/mutations.txt" | while IFS='|' read -r name test settings; do
    [ $# -eq 0 ] || case " $* " in *" $name "*) ;; *) continue ;; esac
    rm -rf "$copy/foramen" && mkdir "$copy/foramen"
    (cd "$here/../.." && tar c --exclude=target --exclude=.git .) | tar x -C "$copy/foramen"
    cd "$copy/foramen"
    [ ! -f "$here/$name.patch" ] || git apply "$here/$name.patch"
    mvn -B -q -o -DskipTests -Dspotless.check.skip package > build.log 2>&1 || { echo "$name: does not build"; continue; }
    # shellcheck disable=SC2086 # several settings are several arguments
    if mvn -B -o -Plong-faults -Dforamen.faults=short -Dspotless.check.skip -Dtest=None -Dit.test="$test" \
        -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false -DargLine= $settings verify > "$name.log" 2>&1; then
        echo "$name: NOT NOTICED by $test"
    elif grep -q "Tests run: 1, Failures: 1" "$name.log"; then
        echo "$name: noticed by $test"
    else
        echo "$name: the test did not run"; cp "$name.log" "$here/../target/"
    fi
done
