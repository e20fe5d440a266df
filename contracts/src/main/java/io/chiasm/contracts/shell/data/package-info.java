/** Where a study's data lie: on this machine, or in buckets of an S3 server. */
@NullMarked
package io.chiasm.contracts.shell.data;

import org.jspecify.annotations.NullMarked;
