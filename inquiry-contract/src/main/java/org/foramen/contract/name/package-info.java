/** How one of a few is called in JSON, forms, ledger and metrics. */
@NullMarked
package org.foramen.contract.name;

import org.jspecify.annotations.NullMarked;
