/** The embedded stack: a Kafka broker, an S3 server and the three services as processes. */
@NullMarked
package io.chiasm.local.stack;

import org.jspecify.annotations.NullMarked;
