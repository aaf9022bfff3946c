/** Proves that each record of the topic has its deliveries, and publishes the figures of the law. */
@NullMarked
package org.foramen.notifier.reconciliation;

import org.jspecify.annotations.NullMarked;
