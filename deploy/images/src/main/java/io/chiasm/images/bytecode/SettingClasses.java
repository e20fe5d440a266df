package io.chiasm.images.bytecode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Fields of Quarkus' class of settings, each filled by a few instructions with a class of settings
 * and then with the classes that this one needs. They come in the order of a set's identity hashes;
 * here in the order of the classes' names.
 *
 * @param names of fields, new by old
 */
record SettingClasses(Map<String, String> names) {
  static final SettingClasses NONE = new SettingClasses(Map.of());

  /** The class that has them. */
  static final String NAME = "io/quarkus/runtime/generated/SharedConfig";

  static final String FIELD = "configClass$";

  /** As {@code configClass("a.b.Settings", "prefix")} registers one. */
  private static final String REGISTER = "configClass";

  /** As {@code ensureLoaded("a.b.Settings")} loads one. */
  private static final String LOAD = "ensureLoaded";

  /** As {@code withMapping(builder, configClass$1)} hands one on. */
  private static final String USE = "withMapping";

  /** From the field to the call: it is kept in a variable, and the builder comes first. */
  private static final int TO_USE = 4;

  private static final String INITIALISER = "<clinit>";

  SettingClasses {
    names = Map.copyOf(names);
  }

  static SettingClasses of(byte[] content) {
    ClassNode tree = new ClassNode();
    new ClassReader(content).accept(tree, 0);
    Map<String, String> names = new HashMap<>();
    for (Registration each : sorted(initialiser(tree).toList())) {
      names.put(each.field, FIELD + names.size());
    }
    return new SettingClasses(names);
  }

  String renamed(String field) {
    return names.getOrDefault(field, field);
  }

  /** Brings the instructions that fill the fields into their order; another class stays. */
  void sort(ClassNode tree) {
    if (!tree.name.equals(NAME)) {
      return;
    }
    List<Registration> all = initialiser(tree).toList();
    for (MethodNode method : tree.methods) {
      if (method.name.equals(INITIALISER) && !all.isEmpty()) {
        AbstractInsnNode before = all.get(0).instructions.get(0).getPrevious();
        InsnList moved = new InsnList();
        for (Registration each : sorted(all)) {
          for (AbstractInsnNode instruction : each.instructions) {
            method.instructions.remove(instruction);
            moved.add(instruction);
          }
        }
        insert(method.instructions, before, moved);
      }
    }
  }

  /**
   * Brings fields that one method hands on one after the other, and nothing else between, into
   * their order.
   */
  void sortUses(MethodNode method) {
    List<FieldInsnNode> run = new ArrayList<>();
    AbstractInsnNode each = method.instructions.getFirst();
    while (each != null) {
      AbstractInsnNode use = ahead(each, TO_USE);
      if (each instanceof FieldInsnNode field && field.name.startsWith(FIELD) && calls(use, USE)) {
        run.add(field);
        each = ahead(each, TO_USE + 1);
      } else {
        settle(run);
        each = each.getNext();
      }
    }
    settle(run);
  }

  private static void settle(List<FieldInsnNode> run) {
    List<String> sorted =
        run.stream()
            .map(field -> field.name)
            .sorted(Comparator.comparing(SettingClasses::number))
            .toList();
    for (int i = 0; i < sorted.size(); i++) {
      run.get(i).name = sorted.get(i);
    }
    run.clear();
  }

  private static int number(String field) {
    return Integer.parseInt(field.substring(FIELD.length()));
  }

  private static @Nullable AbstractInsnNode ahead(AbstractInsnNode from, int instructions) {
    AbstractInsnNode found = from;
    for (int i = 0; i < instructions && found != null; i++) {
      found = found.getNext();
    }
    return found;
  }

  private static void insert(InsnList into, @Nullable AbstractInsnNode after, InsnList moved) {
    if (after == null) {
      into.insert(moved);
    } else {
      into.insert(after, moved);
    }
  }

  private static List<Registration> sorted(List<Registration> all) {
    return all.stream()
        .sorted(
            Comparator.comparing((Registration each) -> each.type)
                .thenComparing(each -> each.prefix))
        .toList();
  }

  /** What fills one field. */
  private record Registration(
      String type, String prefix, String field, List<AbstractInsnNode> instructions) {}

  private static Stream<Registration> initialiser(ClassNode tree) {
    return tree.methods.stream()
        .filter(method -> method.name.equals(INITIALISER))
        .flatMap(method -> registrations(method.instructions).stream());
  }

  private static List<Registration> registrations(InsnList instructions) {
    List<Registration> found = new ArrayList<>();
    for (AbstractInsnNode each : instructions) {
      if (each instanceof LdcInsnNode type
          && type.cst instanceof String name
          && type.getNext() instanceof LdcInsnNode prefix
          && prefix.cst instanceof String words
          && calls(prefix.getNext(), REGISTER)
          && prefix.getNext().getNext() instanceof FieldInsnNode field) {
        List<AbstractInsnNode> own =
            new ArrayList<>(List.of(type, prefix, prefix.getNext(), field));
        AbstractInsnNode next = field.getNext();
        while (next instanceof LdcInsnNode && calls(next.getNext(), LOAD)) {
          own.addAll(List.of(next, next.getNext()));
          next = next.getNext().getNext();
        }
        found.add(new Registration(name, words, field.name, own));
      }
    }
    return found;
  }

  private static boolean calls(@Nullable AbstractInsnNode instruction, String method) {
    return instruction instanceof MethodInsnNode call && call.name.equals(method);
  }
}
