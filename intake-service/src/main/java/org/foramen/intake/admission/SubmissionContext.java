package org.foramen.intake.admission;

import java.util.List;
import java.util.Optional;

/**
 * How an inquiry came in.
 *
 * @param key the same key with the same content is the same inquiry
 * @param shownIn the language of the page on which consent was asked; empty when that was not ours
 * @param suspicions why a robot may have sent it, by codes
 * @param tokenHash of the token that the form was shown with; empty where it came without one
 */
record SubmissionContext(String key, Optional<String> shownIn, List<String> suspicions, Optional<String> tokenHash) {}
