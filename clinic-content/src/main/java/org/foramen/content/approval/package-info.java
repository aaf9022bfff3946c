/** Whether a clinician has approved a text, and until when. */
@NullMarked
package org.foramen.content.approval;

import org.jspecify.annotations.NullMarked;
