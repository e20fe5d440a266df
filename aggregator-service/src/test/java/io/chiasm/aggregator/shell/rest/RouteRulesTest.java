package io.chiasm.aggregator.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.study.access.Caller;
import io.chiasm.study.access.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteRulesTest {
  private final List<Routes.Route> routes = Routes.all();

  @Test
  void everyRouteHasARule() {
    assertThat(routes).hasSizeGreaterThan(15);
    assertThat(routes)
        .allSatisfy(
            route -> {
              RolesAllowed roles = route.java().getAnnotation(RolesAllowed.class);
              boolean open = route.java().isAnnotationPresent(PermitAll.class);
              assertThat(open).as("%s", route).isEqualTo(roles == null);
              if (roles != null) {
                assertThat(roles.value()).as("%s", route).hasSize(1).isSubsetOf(Roles.ALL);
              }
            });
  }

  @Test
  void onlySigningInIsOpenToAll() {
    assertThat(routes.stream().filter(r -> r.java().isAnnotationPresent(PermitAll.class)))
        .extracting(Routes.Route::toString)
        .containsExactlyInAnyOrder("GET /session", "POST /session", "DELETE /session");
  }

  @Test
  void whatChangesOneStudyIsForItsOwner() {
    assertThat(routes.stream().filter(route -> route.aboutOneStudy() && !route.reads()))
        .isNotEmpty()
        .allSatisfy(
            route ->
                assertThat(route.java().isAnnotationPresent(OwnStudy.class))
                    .as("%s", route)
                    .isTrue());
  }

  /** Quarkus orders a class's GET and DELETE by chance, and so an image's bytes. */
  @Test
  void whatReadsAndWhatDeletesAreInClassesOfTheirOwn() {
    List<Class<?>> reading =
        routes.stream()
            .filter(route -> route.method().equals("GET"))
            .<Class<?>>map(Routes.Route::resource)
            .toList();
    assertThat(routes.stream().filter(route -> route.method().equals("DELETE")))
        .isNotEmpty()
        .noneMatch(route -> reading.contains(route.resource()));
  }

  @Test
  void aRoleThatDoesNotSufficeIsNamedBesideTheOneThatWould() throws Exception {
    RolesAllowed needed =
        DeadLetterResource.class
            .getMethod("replay", String.class)
            .getAnnotation(RolesAllowed.class);
    assertThat(RoleProblems.words(new Caller("bo", "viewer"), needed))
        .isEqualTo("bo is a viewer; this needs an operator");
    assertThat(RoleProblems.words(new Caller("bo", null), null))
        .isEqualTo("bo has no role here; this needs another one");
  }
}
