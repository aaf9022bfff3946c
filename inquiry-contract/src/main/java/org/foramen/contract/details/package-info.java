/** What a person may tell beside the question: how long, what was tried, when to call. */
@NullMarked
package org.foramen.contract.details;

import org.jspecify.annotations.NullMarked;
