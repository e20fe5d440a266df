package io.chiasm.aggregator.shell.rest;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every route that there is, as the classes say. */
final class Routes {
  private Routes() {}

  /** One route. */
  record Route(Class<?> resource, Method java, String method, String template) {
    boolean reads() {
      return method.equals("GET") || method.equals("HEAD");
    }

    boolean aboutOneStudy() {
      return template.contains("{study}");
    }

    @Override
    public String toString() {
      return method + " " + template;
    }
  }

  static List<Route> all() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.chiasm")
            .stream()
            .filter(known -> known.isAnnotatedWith(Path.class) && !known.isInterface())
            .map(known -> known.reflect())
            .flatMap(Routes::of)
            .toList();
  }

  private static Stream<Route> of(Class<?> resource) {
    return Arrays.stream(resource.getDeclaredMethods())
        .flatMap(
            java ->
                verb(java).stream()
                    .map(
                        verb ->
                            new Route(resource, java, verb, AuditNotes.template(resource, java))));
  }

  private static Optional<String> verb(Method java) {
    return Arrays.stream(java.getAnnotations())
        .map(Annotation::annotationType)
        .flatMap(type -> Stream.ofNullable(type.getAnnotation(HttpMethod.class)))
        .map(HttpMethod::value)
        .findFirst();
  }
}
