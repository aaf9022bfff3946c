package org.foramen.notifier.message.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Region;
import org.foramen.contract.details.Details;
import org.foramen.contract.details.ForWhom;
import org.foramen.contract.details.Imaging;
import org.foramen.contract.details.KnownPatient;
import org.jspecify.annotations.Nullable;

/** What a person told beside the question, in one line; what was not told is not said. */
final class FactSentences {

    private final DeskWords words;

    FactSentences(DeskWords words) {
        this.words = words;
    }

    /** Such as {@code Neck, for months. Has an MRI or X-ray. Tried medicine, physical therapy.}; empty when nothing was told. */
    String of(InquiryReceived inquiry) {
        List<String> sentences = new ArrayList<>();
        Details details = inquiry.details();
        String problem = Stream.of(region(inquiry.region()), howLong(details))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        if (!problem.isEmpty()) {
            sentences.add(capitalised(problem) + ".");
        }
        if (details != null) {
            addDetails(details, sentences);
        }
        return String.join(" ", sentences);
    }

    private void addDetails(Details details, List<String> sentences) {
        if (details.imaging() != null && details.imaging() != Imaging.UNSURE) {
            sentences.add(words.say("imaging." + details.imaging().wireName()));
        }
        if (!details.treatments().isEmpty()) {
            String tried = details.treatments().stream()
                    .map(one -> words.say("treatments." + one.wireName()))
                    .collect(Collectors.joining(", "));
            sentences.add(words.say("tried", Map.of("treatments", tried)));
        }
        if (details.forWhom() == ForWhom.SOMEONE_ELSE) {
            sentences.add(words.say("forWhom." + details.forWhom().wireName()));
        }
        if (details.patient() != null && details.patient() != KnownPatient.UNSURE) {
            sentences.add(words.say("patient." + details.patient().wireName()));
        }
    }

    private @Nullable String region(Region region) {
        return region == Region.UNSPECIFIED ? null : words.say("region." + region.wireName());
    }

    private @Nullable String howLong(@Nullable Details details) {
        return details == null || details.howLong() == null
                ? null
                : words.say("howLong." + details.howLong().wireName());
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
