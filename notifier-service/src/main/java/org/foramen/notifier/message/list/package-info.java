/** The mails that list: whom to answer, for the front desk, and what is in trouble, for the operator. */
@NullMarked
package org.foramen.notifier.message.list;

import org.jspecify.annotations.NullMarked;
