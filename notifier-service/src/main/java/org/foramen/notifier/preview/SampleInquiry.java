package org.foramen.notifier.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.foramen.content.ClinicContent;
import org.foramen.contract.Consent;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryKind;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;
import org.foramen.contract.RedFlag;
import org.foramen.contract.Region;
import org.foramen.contract.name.WireName;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An inquiry that nobody sent, to see where it would go. What it leaves out is as on an empty contact form. */
record SampleInquiry(
        @Nullable String kind,
        @Nullable String procedure,
        @Nullable String preferredLanguage,
        @Nullable String message) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @throws IllegalArgumentException when this is no such file */
    static SampleInquiry read(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), SampleInquiry.class);
        } catch (IOException | JacksonException e) {
            throw new IllegalArgumentException(file + " is not a JSON file such as the form's API takes", e);
        }
    }

    static SampleInquiry of(ApplicationArguments arguments) {
        return new SampleInquiry(
                option(arguments, "kind"),
                option(arguments, "procedure"),
                option(arguments, "language"),
                option(arguments, "message"));
    }

    /** @throws IllegalArgumentException when the form would refuse it */
    InquiryReceived asReceived(ClinicContent content, boolean urgent) {
        if (procedure != null && !content.library().has(procedure)) {
            throw new IllegalArgumentException("the procedure '%s' is not one of %s"
                    .formatted(procedure, String.join(", ", content.library().procedures())));
        }
        String language =
                Objects.requireNonNullElse(preferredLanguage, content.clinic().defaultLanguage());
        return new InquiryReceived(
                new InquiryId("0".repeat(26)),
                Instant.EPOCH,
                kindOf(),
                procedure,
                Region.UNSPECIFIED,
                new Person("Sample", "sample@clinic.example", null, ContactChannel.EMAIL, language),
                Objects.requireNonNullElse(message, ""),
                null,
                new Consent(true, "", language),
                urgent ? List.of(new RedFlag("sample", "", "emergency")) : List.of(),
                List.of());
    }

    private InquiryKind kindOf() {
        if (kind == null) {
            return procedure == null ? InquiryKind.CONTACT : InquiryKind.CONSIDERING_PROCEDURE;
        }
        return WireName.find(InquiryKind.values(), kind)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the kind '%s' is neither contact nor considering-procedure".formatted(kind)));
    }

    private static @Nullable String option(ApplicationArguments arguments, String name) {
        List<String> given = arguments.getOptionValues(name);
        return given == null || given.isEmpty() ? null : given.get(0);
    }
}
