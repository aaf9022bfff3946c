/** Proves that each record of the topic has its deliveries, and reports once a day. */
@NullMarked
package org.foramen.notifier.reconciliation;

import org.jspecify.annotations.NullMarked;
