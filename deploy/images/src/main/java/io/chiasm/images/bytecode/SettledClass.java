package io.chiasm.images.bytecode;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** One class of the jar with keys and fields renamed, its constants in the order of their use. */
record SettledClass(ProxyKeys keys, SettingClasses settings) {
  byte[] of(byte[] content) {
    ClassNode tree = new ClassNode();
    new ClassReader(content).accept(tree, 0);
    settings.sort(tree);
    for (MethodNode method : tree.methods) {
      for (AbstractInsnNode instruction : method.instructions) {
        rename(instruction);
      }
      settings.sortUses(method);
    }
    ClassWriter written = new ClassWriter(0);
    tree.accept(written);
    return written.toByteArray();
  }

  private void rename(AbstractInsnNode instruction) {
    if (instruction instanceof LdcInsnNode constant && constant.cst instanceof String text) {
      constant.cst = keys.renamed(text);
    } else if (instruction instanceof FieldInsnNode field
        && field.owner.equals(SettingClasses.NAME)) {
      field.name = settings.renamed(field.name);
    }
  }
}
