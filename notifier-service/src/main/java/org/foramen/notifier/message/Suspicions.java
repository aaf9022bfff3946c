package org.foramen.notifier.message;

import java.util.stream.Collectors;
import org.foramen.contract.InquiryReceived;

/** Says to the front desk why an inquiry may be spam, and what that means for the person if it is not. */
final class Suspicions {

    private Suspicions() {}

    static String inWords(InquiryReceived inquiry, Response answer) {
        String why = answer.suspicions().stream()
                .map(code -> inWords(code, answer.reason()))
                .distinct()
                .collect(Collectors.joining(" "));
        String person = inquiry.consent().toEmail()
                ? "The mail to the person is held back. If they are real, answer them, or ask whoever runs this system to"
                        + " release " + inquiry.id().reference() + " on the console."
                : "If they are real, please phone them: they did not agree to e-mail.";
        return "This may be spam. " + why + "\n" + person;
    }

    private static String inWords(String code, String reason) {
        return switch (code) {
            case "hidden-field" -> "A box was filled in that people cannot see; programs fill in every box.";
            case "no-proof-of-work" -> "It came without the small sum that our form has each browser do.";
            case "links" -> "Its text holds web addresses, as advertisements do.";
            case "too-many" -> "Many inquiries came from one place in a short time.";
            case Response.NOT_A_PATIENT -> reason;
            default -> "The way it was sent is unusual for a person.";
        };
    }
}
