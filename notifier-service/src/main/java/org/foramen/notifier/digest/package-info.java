/** The daily mails: to the front desk whom to answer, to the operator what is in trouble. */
@NullMarked
package org.foramen.notifier.digest;

import org.jspecify.annotations.NullMarked;
