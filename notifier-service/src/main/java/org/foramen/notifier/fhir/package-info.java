/** One inquiry as a Bundle of FHIR R4, for a hospital's own software. */
@NullMarked
package org.foramen.notifier.fhir;

import org.jspecify.annotations.NullMarked;
