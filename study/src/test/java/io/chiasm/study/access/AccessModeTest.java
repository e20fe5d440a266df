package io.chiasm.study.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessModeTest {
  private static final Optional<String> UNSET = Optional.empty();

  @Test
  void whatIsSetImpliesTheMode() {
    assertThat(AccessMode.of(UNSET, true, false, false)).isEqualTo(AccessMode.TOKENS);
    assertThat(AccessMode.of(UNSET, false, true, false)).isEqualTo(AccessMode.OIDC);
    assertThat(AccessMode.of(UNSET, false, false, true)).isEqualTo(AccessMode.OFF);
    assertThat(AccessMode.of(Optional.of("open"), false, false, false)).isEqualTo(AccessMode.OPEN);
    assertThat(AccessMode.of(Optional.of("oidc"), true, true, false)).isEqualTo(AccessMode.OIDC);
  }

  @Test
  void aPortThatOthersReachIsNotOpenedUnasked() {
    assertThatThrownBy(() -> AccessMode.of(UNSET, false, false, false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("tokens (with CHIASM_ACCESS_TOKENS)")
        .hasMessageContaining("oidc (with QUARKUS_OIDC_AUTH_SERVER_URL)")
        .hasMessageContaining("open (whoever reaches the port may do anything)")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aModeThatLacksWhatItNeedsOrIsNoneIsRefused() {
    refused("tokens", "CHIASM_ACCESS_TOKENS must name their file");
    refused("oidc", "QUARKUS_OIDC_AUTH_SERVER_URL must name the provider");
    refused("off", "found 'off'; possible: tokens");
    refused("Open", "found 'Open'; possible: tokens");
    assertThatThrownBy(() -> AccessMode.of(UNSET, true, true, true))
        .hasMessageContaining("choose with CHIASM_ACCESS=tokens or oidc");
  }

  @Test
  void onlyTokensAndAProviderTellWhoAsks() {
    assertThat(AccessMode.values())
        .filteredOn(AccessMode::asks)
        .containsExactly(AccessMode.TOKENS, AccessMode.OIDC);
  }

  private static void refused(String mode, String words) {
    assertThatThrownBy(() -> AccessMode.of(Optional.of(mode), false, false, true))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(words);
  }
}
