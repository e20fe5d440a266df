/** The studies over HTTP. */
@NullMarked
package io.chiasm.aggregator.shell.rest;

import org.jspecify.annotations.NullMarked;
