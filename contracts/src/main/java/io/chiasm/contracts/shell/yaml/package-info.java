/** The study file: YAML to a checked study and back. */
@NullMarked
package io.chiasm.contracts.shell.yaml;

import org.jspecify.annotations.NullMarked;
