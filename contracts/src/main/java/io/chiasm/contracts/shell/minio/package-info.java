/** The object store over S3, through the MinIO client; the only importer of it. */
@NullMarked
package io.chiasm.contracts.shell.minio;

import org.jspecify.annotations.NullMarked;
