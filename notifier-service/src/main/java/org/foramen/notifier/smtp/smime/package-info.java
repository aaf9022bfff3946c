/** Encrypts mails so that only their recipients can read them (S/MIME). */
@NullMarked
package org.foramen.notifier.smtp.smime;

import org.jspecify.annotations.NullMarked;
