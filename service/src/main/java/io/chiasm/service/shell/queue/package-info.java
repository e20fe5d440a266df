/** For services that work on a queue; the others leave it out with quarkus.arc.exclude-types. */
@NullMarked
package io.chiasm.service.shell.queue;

import org.jspecify.annotations.NullMarked;
