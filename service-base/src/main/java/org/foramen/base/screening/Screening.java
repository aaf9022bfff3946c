package org.foramen.base.screening;

import java.util.Comparator;
import java.util.List;
import org.foramen.contract.Level;

/** What the screening of one message found; it advises and never blocks. */
public record Screening(List<Finding> findings) {

    public Screening {
        findings = List.copyOf(findings);
    }

    /** Whether anything was found that suggests an emergency. */
    public boolean urgent() {
        return !findings.isEmpty();
    }

    /** The text to show first: words about self-harm outweigh every other emergency. */
    public Level level() {
        return findings.stream()
                .map(Finding::level)
                .max(Comparator.naturalOrder())
                .orElse(Level.USUAL);
    }
}
