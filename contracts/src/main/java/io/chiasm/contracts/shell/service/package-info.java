/** What every service process has: settings, connections, workers, an eye on its parent. */
@NullMarked
package io.chiasm.contracts.shell.service;

import org.jspecify.annotations.NullMarked;
