/** What a visitor's telephone gets of the form, and how soon it is seen. */
@NullMarked
package org.foramen.benchmarks.form;

import org.jspecify.annotations.NullMarked;
