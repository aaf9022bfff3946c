package org.foramen.intake.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.foramen.content.ClinicContent;
import org.foramen.contract.InquiryKind;
import org.foramen.contract.Person;
import org.foramen.contract.Region;
import org.foramen.contract.details.Details;
import org.foramen.contract.name.WireName;
import org.jspecify.annotations.Nullable;

/** The field rules, for the page and the API alike: checks one request and collects everything that is wrong with it. */
public final class RequestCheck {

    private static final int MAX_NAME = 100;
    private static final int MAX_MESSAGE = 5000;
    private static final Pattern LINE_BREAKERS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    private final ClinicContent content;
    private final InquiryRequest request;
    private final List<FieldProblem> problems = new ArrayList<>();

    private RequestCheck(ClinicContent content, InquiryRequest request) {
        this.content = content;
        this.request = request;
    }

    public static ValidationResult check(InquiryRequest request, ClinicContent content) {
        return new RequestCheck(content, request).check();
    }

    private ValidationResult check() {
        InquiryKind kind = kind();
        String procedure = procedure();
        Region region = choice("region", request.region(), Region.values(), Region.UNSPECIFIED);
        String name = name();
        WayCheck.Way way = new WayCheck(request, problems).check();
        String language = language();
        Details details = DetailsCheck.check(request, problems);
        String message = message(kind, procedure);
        if (!problems.isEmpty()) {
            return new ValidationResult.Invalid(problems.stream().distinct().toList());
        }
        Person person = new Person(name, way.email(), way.phone(), way.channel(), language);
        return new ValidationResult.Valid(
                new CheckedInquiry(kind, procedure, region, person, message, details, way.consent()));
    }

    private InquiryKind kind() {
        if (TypedText.oneLine(request.kind()).isEmpty()) {
            problems.add(new FieldProblem("kind", "kind.missing"));
        }
        return choice("kind", request.kind(), InquiryKind.values(), InquiryKind.CONTACT);
    }

    private @Nullable String procedure() {
        String procedure = TypedText.oneLine(request.procedure());
        if (procedure.isEmpty()) {
            return null;
        }
        if (!content.library().has(procedure)) {
            problems.add(new FieldProblem("procedure", "procedure.unknown"));
        }
        return procedure;
    }

    private String name() {
        String name = TypedText.oneLine(request.name());
        if (name.isEmpty()) {
            problems.add(new FieldProblem("name", "name.missing"));
        } else if (name.codePointCount(0, name.length()) > MAX_NAME) {
            problems.add(new FieldProblem("name", "name.too-long"));
        } else if (LINE_BREAKERS.matcher(name).find()) {
            problems.add(new FieldProblem("name", "name.unreadable"));
        }
        return name;
    }

    private String language() {
        String language = TypedText.oneLine(request.preferredLanguage());
        if (language.isEmpty()) {
            return content.clinic().defaultLanguage();
        }
        Optional<String> tag = LanguageTag.parse(language);
        if (tag.isEmpty()) {
            problems.add(new FieldProblem("preferredLanguage", "preferredLanguage.unknown"));
        }
        return tag.orElse(language);
    }

    private String message(InquiryKind kind, @Nullable String procedure) {
        String message = TypedText.lines(request.message());
        if (message.isEmpty() && (kind == InquiryKind.CONTACT || procedure == null)) {
            problems.add(new FieldProblem("message", "message.missing"));
        } else if (message.codePointCount(0, message.length()) > MAX_MESSAGE) {
            problems.add(new FieldProblem("message", "message.too-long"));
        }
        return message;
    }

    private <T extends WireName> T choice(String field, @Nullable String typed, T[] choices, T unsaid) {
        return Choice.of(field, typed, choices, problems).orElse(unsaid);
    }
}
