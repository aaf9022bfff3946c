package org.foramen.notifier.message;

import java.util.Locale;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;
import org.foramen.contract.details.BestTime;
import org.foramen.contract.details.Details;
import org.jspecify.annotations.Nullable;

/** Tells the front desk in one sentence whom to answer, how and when. */
final class FrontDesk {

    private FrontDesk() {}

    static String whatToDo(InquiryReceived inquiry, ClinicProfile clinic) {
        Person person = inquiry.person();
        String speaking = clinic.nearestLanguage(person.preferredLanguage()).equals("en") ? "" : language(person);
        String in = speaking.isEmpty() ? "" : ", in " + speaking;
        boolean mailMayNot = !inquiry.consent().toEmail();
        if (person.phone() != null && (mailMayNot || person.preferredContact() == ContactChannel.PHONE)) {
            String when = inquiry.urgent() ? " now" : time(inquiry.details());
            return "Please phone " + person.name() + in + when + ".";
        }
        return "Please answer " + person.name() + " by e-mail" + in + ": just reply to this mail.";
    }

    /** An American number as Americans write it; others as they came. */
    static String dialled(String phone) {
        return phone.replaceFirst("^\\+1(\\d{3})(\\d{3})(\\d{4})", "$1-$2-$3");
    }

    static String language(Person person) {
        String name = Locale.forLanguageTag(person.preferredLanguage()).getDisplayLanguage(Locale.US);
        return name.isEmpty() ? "another language (see the question)" : name;
    }

    private static String time(@Nullable Details details) {
        if (details == null || details.bestTime() == null || details.bestTime() == BestTime.ANY) {
            return "";
        }
        return ", " + DetailFacts.spoken(details.bestTime());
    }
}
