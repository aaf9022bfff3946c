/** To which words people agreed to be e-mailed: evidence that outlives the inquiry. */
@NullMarked
package org.foramen.notifier.consent;

import org.jspecify.annotations.NullMarked;
