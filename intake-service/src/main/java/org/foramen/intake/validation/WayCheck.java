package org.foramen.intake.validation;

import java.util.List;
import java.util.Optional;
import org.foramen.contract.ContactChannel;
import org.jspecify.annotations.Nullable;

/**
 * The field rules of how a person is answered: by a call, which needs a number, or by e-mail, which needs an address and
 * the person's yes. An address beside the number is welcome and never needed, unless the handout is to be mailed to it.
 */
final class WayCheck {

    private final InquiryRequest request;
    private final List<FieldProblem> problems;

    WayCheck(InquiryRequest request, List<FieldProblem> problems) {
        this.request = request;
        this.problems = problems;
    }

    /** What keeps the rules; what does not is among the problems. */
    Way check() {
        boolean consent = Boolean.TRUE.equals(request.consentToEmail());
        Optional<ContactChannel> channel = channel(consent);
        boolean byMail = channel.equals(Optional.of(ContactChannel.EMAIL));
        boolean byPhone = channel.equals(Optional.of(ContactChannel.PHONE));
        String phone = phone(byPhone);
        String email = email(byMail || byPhone && consent);
        if (byMail && !consent) {
            problems.add(new FieldProblem("consentToEmail", "consentToEmail.missing"));
        }
        return new Way(channel.orElse(ContactChannel.PHONE), email, phone, consent && email != null);
    }

    /** Who says nothing of it is answered in the way that was allowed, or is open. */
    private Optional<ContactChannel> channel(boolean consent) {
        if (!TypedText.oneLine(request.preferredContact()).isEmpty()) {
            return Choice.of("preferredContact", request.preferredContact(), ContactChannel.values(), problems);
        } else if (consent) {
            return Optional.of(ContactChannel.EMAIL);
        } else if (!TypedText.oneLine(request.phone()).isEmpty()) {
            return Optional.of(ContactChannel.PHONE);
        }
        problems.add(new FieldProblem("preferredContact", "preferredContact.missing"));
        return Optional.empty();
    }

    private @Nullable String phone(boolean needed) {
        String phone = TypedText.oneLine(request.phone());
        return checked("phone", phone, PhoneNumber.parse(phone), needed);
    }

    private @Nullable String email(boolean needed) {
        String email = TypedText.oneLine(request.email());
        return checked("email", email, EmailAddress.parse(email), needed);
    }

    private @Nullable String checked(String field, String typed, Optional<String> read, boolean needed) {
        if (typed.isEmpty() ? needed : read.isEmpty()) {
            problems.add(new FieldProblem(field, field + (typed.isEmpty() ? ".missing" : ".invalid")));
        }
        return read.orElse(null);
    }

    /** How a person is answered; its {@code toString} shows nothing. */
    record Way(ContactChannel channel, @Nullable String email, @Nullable String phone, boolean consent) {

        @Override
        public String toString() {
            return "Way[not shown]";
        }
    }
}
