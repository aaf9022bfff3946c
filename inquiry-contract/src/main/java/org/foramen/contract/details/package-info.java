/** What a person may tell beside the question. */
@NullMarked
package org.foramen.contract.details;

import org.jspecify.annotations.NullMarked;
