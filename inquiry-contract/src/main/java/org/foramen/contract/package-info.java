/** The event {@code InquiryReceived} and its words. */
@NullMarked
package org.foramen.contract;

import org.jspecify.annotations.NullMarked;
