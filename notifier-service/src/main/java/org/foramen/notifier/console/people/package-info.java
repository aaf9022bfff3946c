/** Its first page: people to answer, and what the front desk notes about them. */
@NullMarked
package org.foramen.notifier.console.people;

import org.jspecify.annotations.NullMarked;
