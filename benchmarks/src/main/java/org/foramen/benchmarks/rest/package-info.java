/** What the services take when nothing happens, and after much has. */
@NullMarked
package org.foramen.benchmarks.rest;

import org.jspecify.annotations.NullMarked;
