package org.foramen.notifier.message;

import java.util.stream.Collectors;
import org.foramen.contract.details.BestTime;
import org.foramen.contract.details.Details;
import org.foramen.contract.details.ForWhom;
import org.foramen.contract.details.HowLong;
import org.foramen.contract.details.Imaging;
import org.foramen.contract.details.KnownPatient;
import org.foramen.contract.details.Treatment;
import org.foramen.notifier.message.layout.FactTable;
import org.jspecify.annotations.Nullable;

/** What a person told beside the question, as the front desk reads it. */
final class DetailFacts {

    private DetailFacts() {}

    /** Adds a line for each thing that was told. */
    static void addTo(FactTable facts, @Nullable Details details) {
        if (details == null) {
            return;
        }
        if (details.forWhom() != null) {
            facts.add("Is about", spoken(details.forWhom()));
        }
        if (details.patient() != null) {
            facts.add("Patient here", spoken(details.patient()));
        }
        if (details.bestTime() != null) {
            facts.add("Best time to call", spoken(details.bestTime()));
        }
        if (details.howLong() != null) {
            facts.add("Has had it for", spoken(details.howLong()));
        }
        if (details.imaging() != null) {
            facts.add("Has scans", spoken(details.imaging()));
        }
        if (!details.treatments().isEmpty()) {
            facts.add(
                    "Has tried",
                    details.treatments().stream().map(DetailFacts::spoken).collect(Collectors.joining(", ")));
        }
    }

    static String spoken(BestTime time) {
        return switch (time) {
            case MORNING -> "in the morning";
            case AFTERNOON -> "in the afternoon";
            case ANY -> "any time";
        };
    }

    private static String spoken(ForWhom whom) {
        return switch (whom) {
            case ME -> "themselves";
            case SOMEONE_ELSE -> "someone else";
        };
    }

    private static String spoken(KnownPatient patient) {
        return switch (patient) {
            case YES -> "yes";
            case NO -> "no";
            case UNSURE -> "not sure";
        };
    }

    private static String spoken(HowLong howLong) {
        return switch (howLong) {
            case WEEKS -> "weeks";
            case MONTHS -> "months";
            case YEAR -> "about a year";
            case LONGER -> "more than a year";
        };
    }

    private static String spoken(Imaging imaging) {
        return switch (imaging) {
            case YES -> "yes";
            case NO -> "no";
            case UNSURE -> "not sure";
        };
    }

    private static String spoken(Treatment treatment) {
        return switch (treatment) {
            case MEDICINE -> "medicine";
            case PHYSICAL_THERAPY -> "physical therapy";
            case INJECTIONS -> "injections";
            case SURGERY -> "surgery";
            case OTHER -> "something else";
        };
    }
}
