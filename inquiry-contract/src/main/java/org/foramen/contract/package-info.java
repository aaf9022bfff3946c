/** What travels between the services: the event, its JSON and CloudEvents form, the topic names. */
@NullMarked
package org.foramen.contract;

import org.jspecify.annotations.NullMarked;
