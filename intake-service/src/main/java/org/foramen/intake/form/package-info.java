/** What the website's visitors and API clients meet: pages, JSON, and the words for what went wrong. */
@NullMarked
package org.foramen.intake.form;

import org.jspecify.annotations.NullMarked;
