package io.chiasm.networks.checkpoint;

import java.util.Map;

/**
 * Tensors by name that lie together in a file.
 *
 * @param name keys that lead to them, separated by dots; empty for the file's own
 */
record TensorSet(String name, Map<String, StoredTensor> tensors) {}
