/** For services that listen to events; the others leave it out with quarkus.arc.exclude-types. */
@NullMarked
package io.chiasm.service.shell.events;

import org.jspecify.annotations.NullMarked;
