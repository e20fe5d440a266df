package io.chiasm.networks.module;

/** A part of a module. */
record Named(String name, NetworkModule module) {
  String path(String parent) {
    return ModulePath.join(parent, name);
  }
}
