package io.chiasm.contracts.shell.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.io.Serial;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a null where the record does not say {@code @Nullable}, also in its lists and maps: it
 * would come out far from here, as a fault of the program instead of the sender's.
 */
final class NullsRefused extends JacksonAnnotationIntrospector {
  @Serial private static final long serialVersionUID = 1L;

  @Override
  public JsonSetter.Value findSetterInfo(Annotated annotated) {
    if (annotated instanceof AnnotatedParameter parameter
        && parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor
        && constructor.getDeclaringClass().isRecord()) {
      AnnotatedType type = constructor.getAnnotatedParameterTypes()[parameter.getIndex()];
      return JsonSetter.Value.construct(nulls(isNullable(type)), nulls(holdsNullable(type)));
    }
    return super.findSetterInfo(annotated);
  }

  private static Nulls nulls(boolean allowed) {
    return allowed ? Nulls.SET : Nulls.FAIL;
  }

  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static boolean holdsNullable(AnnotatedType type) {
    return type instanceof AnnotatedParameterizedType of
        && Arrays.stream(of.getAnnotatedActualTypeArguments()).anyMatch(NullsRefused::isNullable);
  }
}
