/** What the services say to each other, and the documents they share in the store. */
@NullMarked
package io.chiasm.contracts.message;

import org.jspecify.annotations.NullMarked;
