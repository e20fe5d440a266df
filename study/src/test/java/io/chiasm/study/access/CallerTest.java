package io.chiasm.study.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallerTest {
  @Test
  void aScientistChangesOwnStudiesAndAnOperatorAll() {
    Caller ana = new Caller("ana", Roles.SCIENTIST);
    assertThat(ana.mayChangeStudyOf("ana")).isTrue();
    assertThat(ana.mayChangeStudyOf("bo")).isFalse();
    assertThat(ana.mayChangeStudyOf(null)).isFalse();
    assertThat(new Caller("op", Roles.OPERATOR).mayChangeStudyOf(null)).isTrue();
    assertThat(new Caller("ana", Roles.VIEWER).mayChangeStudyOf("ana")).isFalse();
    assertThat(Caller.UNKNOWN.mayChangeStudyOf(null)).isFalse();
  }

  @Test
  void aRoleHoldsThoseBeforeIt() {
    assertThat(Roles.within(Roles.VIEWER)).containsExactly("viewer");
    assertThat(Roles.within(Roles.OPERATOR))
        .containsExactlyInAnyOrder("viewer", "scientist", "operator");
  }
}
