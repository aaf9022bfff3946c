package org.foramen.notifier.inbox;

import java.util.Optional;
import org.foramen.content.EducationSummary;
import org.jspecify.annotations.Nullable;

/**
 * What an inquiry is answered with.
 *
 * @param handout what goes to the person, with the mail; null when none fits
 * @param reason why this handout, or none
 * @param withheld why the person gets no mail at all, if so
 */
record Answer(@Nullable EducationSummary handout, String reason, Optional<Withheld> withheld) {}
