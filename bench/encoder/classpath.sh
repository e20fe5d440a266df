# Sourced: builds the encoder with its tests, and sets `classpath` to run them.
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
(cd "$home" && mvn -q -B -ntp -Dquick -Dmaven.test.skip=false -pl encoder-service -am test-compile \
  dependency:build-classpath -Dmdep.outputFile=target/bench-classpath.txt -Dmdep.includeScope=test)
service="$home/encoder-service/target"
classpath="$service/test-classes:$service/classes:$(cat "$service/bench-classpath.txt")"
