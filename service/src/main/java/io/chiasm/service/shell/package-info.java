/** What binds a Chiasm service to broker, store and launcher, the same for all of them. */
@NullMarked
package io.chiasm.service.shell;

import org.jspecify.annotations.NullMarked;
