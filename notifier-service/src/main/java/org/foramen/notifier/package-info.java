/** The application and its commands: owes each inquiry two mails until they are sent or a person is told. */
@NullMarked
package org.foramen.notifier;

import org.jspecify.annotations.NullMarked;
