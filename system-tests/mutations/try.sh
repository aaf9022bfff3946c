#!/bin/sh
# Takes each guard away once, in a copy of the project, and runs the test that must notice.
# Usage: system-tests/mutations/try.sh [name...]      The result: one line for each, "noticed" or "NOT NOTICED".
set -eu
here=$(cd "$(dirname "$0")" && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
(cd "$here/../.." && tar c --exclude=target --exclude=.git .) | tar x -C "$copy"
cd "$copy"
mkdir -p "$here/../target"
grep -v '^#' "$here/mutations.txt" | while IFS='|' read -r name test settings; do
    [ $# -eq 0 ] || case " $* " in *" $name "*) ;; *) continue ;; esac
    [ ! -f "$here/$name.patch" ] || git apply "$here/$name.patch"
    log=$here/../target/$name.log
    # shellcheck disable=SC2086 # several settings are several arguments
    if mvn -B -o -Plong-faults -Dforamen.faults=short -Dspotless.check.skip -pl system-tests -am -Dtest=None -Dit.test="$test" \
        -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false -DargLine= $settings verify > "$log" 2>&1 < /dev/null; then
        echo "$name: NOT NOTICED by $test"
    elif grep -q -e "Tests run: 1, Failures: 1" -e "» ConditionTimeout" "$log"; then # awaited for too long is an error there
        echo "$name: noticed by $test"
    elif grep -q "COMPILATION ERROR" "$log"; then
        echo "$name: does not build, see $log"
    else
        echo "$name: the test did not run, see $log"
    fi
    [ ! -f "$here/$name.patch" ] || git apply -R "$here/$name.patch"
done
