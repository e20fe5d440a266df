package io.chiasm.aggregator.shell.rest;

import io.chiasm.aggregator.shell.results.Preliminary;
import io.chiasm.contracts.upload.ServerFacts;
import io.chiasm.study.estimate.MachineCosts;
import io.chiasm.study.estimate.StudyTimes;
import io.chiasm.study.health.Letter;
import io.chiasm.study.health.LetterText;
import io.chiasm.study.health.Pulse;
import io.chiasm.study.keeping.GcReport;
import io.chiasm.study.progress.StudyStatus;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * Fields of answers that may be null, in the OpenAPI document: those that are {@code @Nullable}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DocumentedNulls implements OASFilter {
  private static final List<Class<?>> ANSWERS =
      List.of(
          StudyStatus.class,
          StudyTimes.class,
          MachineCosts.class,
          Pulse.class,
          Letter.class,
          LetterText.class,
          GcReport.class,
          ServerFacts.class,
          Preliminary.class,
          Session.class);

  @Override
  public void filterOpenAPI(OpenAPI document) {
    Set<Class<?>> records = new HashSet<>();
    ANSWERS.forEach(answer -> collect(answer, records));
    for (Class<?> type : records) {
      Optional.ofNullable(document.getComponents().getSchemas().get(type.getSimpleName()))
          .ifPresent(schema -> allowNulls(type, schema));
    }
  }

  private static void collect(Type type, Set<Class<?>> records) {
    if (type instanceof ParameterizedType of) {
      for (Type argument : of.getActualTypeArguments()) {
        collect(argument, records);
      }
    } else if (type instanceof Class<?> found && found.isRecord() && records.add(found)) {
      for (RecordComponent component : found.getRecordComponents()) {
        collect(component.getGenericType(), records);
      }
    }
  }

  private static void allowNulls(Class<?> type, Schema schema) {
    Map<String, Schema> properties =
        schema.getProperties() == null ? Map.of() : schema.getProperties();
    for (RecordComponent component : type.getRecordComponents()) {
      Schema property = properties.get(component.getName());
      if (property != null && component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        schema.addProperty(component.getName(), orNull(property));
      }
    }
  }

  private static Schema orNull(Schema schema) {
    return OASFactory.createSchema()
        .addAnyOf(schema)
        .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
  }
}
