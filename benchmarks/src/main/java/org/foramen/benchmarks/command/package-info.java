/** The command that a developer types first. */
@NullMarked
package org.foramen.benchmarks.command;

import org.jspecify.annotations.NullMarked;
