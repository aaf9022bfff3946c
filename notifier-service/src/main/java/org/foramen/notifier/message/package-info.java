/** The mails: to the clinic, to the patient, and the daily digest. */
@NullMarked
package org.foramen.notifier.message;

import org.jspecify.annotations.NullMarked;
