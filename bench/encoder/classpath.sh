# Sourced: builds the encoder with its tests, and sets `classpath` to run them.
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
(cd "$home" && mvn -q -B -ntp -Dquick=tests -DskipTests -pl encoding -am test-compile \
  dependency:build-classpath -Dmdep.outputFile=target/bench-classpath.txt -Dmdep.includeScope=test)
module="$home/encoding/target"
classpath="$module/test-classes:$module/classes:$(cat "$module/bench-classpath.txt")"
