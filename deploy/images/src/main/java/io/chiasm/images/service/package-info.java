/** The services as images see them. */
@NullMarked
package io.chiasm.images.service;

import org.jspecify.annotations.NullMarked;
