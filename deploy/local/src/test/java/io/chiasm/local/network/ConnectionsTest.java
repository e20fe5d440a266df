package io.chiasm.local.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "7 connect(13, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr(\"192.0.2.7\")}, 16) = -1 ENETUNREACH",
        "7 connect(13, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr(\"127.0.0.53\")}, 16) = 0",
        "7 connect(9, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, \"2001:db8::1\", &sin6_addr), sin6_scope_id=0}, 28) = -1 EINPROGRESS",
        "7 connect(9, {sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, \"::ffff:192.0.2.7\", &sin6_addr), sin6_scope_id=0}, 28 <unfinished ...>",
        "7 sendto(9, \"x\", 1, 0, {sa_family=AF_INET, sin_port=htons(8125), sin_addr=inet_addr(\"192.0.2.7\")}, 16) = 1"
      })
  void whatLeavesThisMachineIsSeen(String call) {
    assertThat(Connections.outwards(Stream.of(call))).containsExactly(call);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7 connect(9, {sa_family=AF_INET, sin_port=htons(9092), sin_addr=inet_addr(\"127.0.0.1\")}, 16) = 0",
        "7 connect(9, {sa_family=AF_INET6, sin6_port=htons(9092), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, \"::ffff:127.0.0.1\", &sin6_addr), sin6_scope_id=0}, 28) = 0",
        "7 connect(9, {sa_family=AF_INET6, sin6_port=htons(9092), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, \"::1\", &sin6_addr), sin6_scope_id=0}, 28) = 0",
        "7 connect(4, {sa_family=AF_UNIX, sun_path=\"/var/run/nscd/socket\"}, 110) = -1 ENOENT",
        "7 sendto(9, \"GET / HTTP/1.1\", 14, MSG_NOSIGNAL, NULL, 0) = 14"
      })
  void talkOnThisMachineIsNot(String call) {
    assertThat(Connections.outwards(Stream.of(call))).isEmpty();
  }
}
