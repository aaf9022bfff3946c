/** The forms: shown, sent, and shown again with what is wrong. */
@NullMarked
package org.foramen.intake.form;

import org.jspecify.annotations.NullMarked;
