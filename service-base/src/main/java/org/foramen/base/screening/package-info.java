/**
 * Signs of an emergency, and business mail that is no patient's: one reading for the receipt and for the order to the
 * front desk.
 */
@NullMarked
package org.foramen.base.screening;

import org.jspecify.annotations.NullMarked;
