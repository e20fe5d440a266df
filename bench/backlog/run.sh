#!/usr/bin/env bash
# Studies of very many tasks, in a store of very many objects; README.md says what was measured.
#
#   bench/backlog/run.sh plan            100,000 tasks planned and the first ones sent
#   bench/backlog/run.sh look [OBJECTS]  looks at a study of 10,000 tasks on the embedded S3 server over
#                                        a folder of OBJECTS objects (default 1,000,000: 1,000,000
#                                        files of 4 KiB, made in some minutes and removed at the end)
#   bench/backlog/run.sh look-at ENDPOINT ACCESS-KEY SECRET-KEY  the same on another S3 server
#   bench/backlog/run.sh gc [OBJECTS]    a collection of all OBJECTS (default 100,000) of such a folder
#   bench/backlog/run.sh many [STUDIES]  real studies at once on the embedded stack (default 200)
#   bench/backlog/run.sh share           a small study beside others, simulated
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(cd "$here/../.." && pwd)

if [ "${1:-}" = many ]; then
  exec python3 "$here/many.py" "$home/chiasm" "${2:-200}"
fi

(cd "$home" && mvn -q -B -ntp -Dquick=tests -DskipTests -pl deploy/local -am test-compile \
  dependency:build-classpath -Dmdep.outputFile=target/bench-classpath.txt -Dmdep.includeScope=test)
aggregator="$home/aggregator-service/target"
classpath="$aggregator/test-classes:$aggregator/classes:$home/deploy/local/target/test-classes"
classpath="$classpath:$home/deploy/local/target/classes:$(cat "$home/deploy/local/target/bench-classpath.txt")"
classpath="$classpath:$(cat "$aggregator/bench-classpath.txt")"
bench() {
  java "-Xmx${CHIASM_BENCH_HEAP:-1g}" -cp "$classpath" "$@" 2>/dev/null | grep '^|'
}

case "${1:-plan}" in
  plan)
    echo '| photographs | tasks | passes | fan-ins | planned in | requests | peak heap | kept | sent | held |'
    bench io.chiasm.aggregator.shell.study.BacklogBench plan shared 1250
    bench io.chiasm.aggregator.shell.study.BacklogBench plan all 43
    ;;
  look | gc)
    folder=$(mktemp -d)
    mkfifo "$folder/end"
    trap 'exec 9>&-; rm -rf "$folder"' EXIT
    python3 "$here/fill.py" "$folder/store/chiasm" "${2:-$([ "$1" = gc ] && echo 100000 || echo 1000000)}"
    java -Xmx1g -cp "$classpath" io.chiasm.local.stack.StoreServer "$folder/store" \
      <"$folder/end" >"$folder/address" 2>/dev/null &
    exec 9>"$folder/end"
    until [ -s "$folder/address" ]; do sleep 0.2; done
    read -r _ _ endpoint access secret <"$folder/address"
    bench io.chiasm.aggregator.shell.study.BacklogBench "$1" "$endpoint" "$access" "$secret" 10000
    ;;
  look-at)
    bench io.chiasm.aggregator.shell.study.BacklogBench look "$2" "$3" "$4" 10000
    ;;
  share)
    bench io.chiasm.study.progress.SharesBench
    ;;
  *)
    sed -n '2,12s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
