package org.foramen.content.profile;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.foramen.content.file.InvalidEntries;
import org.foramen.content.file.InvalidEntry;
import org.foramen.content.file.MailAddress;
import org.foramen.content.hours.OfficeHours;
import org.foramen.content.route.RoutedInquiry;
import org.foramen.content.route.Routes;
import org.jspecify.annotations.Nullable;

/**
 * The clinic, as {@code clinic.yml} describes it.
 *
 * @param doctor as people are told of, such as {@code Dr. Kim}; {@code Dra. Kim} in Spanish
 * @param phone as people read it, such as {@code 310-423-9716}
 * @param city where the office is, for texts
 * @param site where the form's pages are reached from outside, such as {@code https://ask.clinic.example}; empty: nowhere
 * @param officeHours when it is open and by when it answers
 * @param retentionDays how long an inquiry is kept in Kafka
 * @param privacyPractices the address of the full Notice of Privacy Practices
 * @param languages BCP 47 tags; the first is used where a visitor's own is not among them
 * @param inbox where inquiries arrive
 * @param fallbackInbox where an inquiry goes that the inbox refuses
 * @param urgent who else hears of an emergency that waits; null: the fallback inbox does
 * @param from the sender of every mail
 * @param fromName what the person reads as the sender; null: the clinic's name
 * @param operator who is told of technical trouble; null: the fallback inbox
 * @param clinicMail how mail to the clinic is protected
 * @param routes which inquiries go elsewhere than to the inbox
 */
public record ClinicProfile(
        String name,
        ByLanguage doctor,
        String phone,
        List<String> address,
        ByLanguage city,
        String site,
        OfficeHours officeHours,
        int retentionDays,
        String privacyPractices,
        List<String> languages,
        String inbox,
        String fallbackInbox,
        @Nullable UrgentChannel urgent,
        String from,
        @Nullable String fromName,
        @Nullable String operator,
        ClinicMailProtection clinicMail,
        Routes routes,
        Theme theme) {

    private static final Pattern PHONE = Pattern.compile("\\+?(?:[ ().\\-/]*[0-9]){7,15}");
    private static final Pattern SITE = Pattern.compile("https?://(?:[\\w.-]+|\\[[0-9a-fA-F:]+])(?::\\d{1,5})?");
    private static final Pattern NOTICE = Pattern.compile("https?://[\\w\\[][^\\s\"<>]*");
    private static final Pattern SUBTAGS = Pattern.compile("[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*+");

    public ClinicProfile {
        address = List.copyOf(address);
        languages = List.copyOf(languages);
        InvalidEntries wrong = new InvalidEntries();
        wrong.unless(isOnOneLine(name), "name", "must be a name on one line, such as Dr. Kim Spine Care");
        wrong.unless(PHONE.matcher(phone).matches(), "phone", "must be a telephone number, such as 310-423-9716");
        wrong.in(() -> requireAddress("inbox", inbox));
        wrong.in(() -> requireAddress("fallbackInbox", fallbackInbox));
        wrong.in(() -> requireAddress("from", from));
        if (operator != null) {
            wrong.in(() -> requireAddress("operator", operator));
        }
        wrong.unless(!languages.isEmpty(), "languages", "must name at least one language, such as [en]");
        for (String language : languages) {
            wrong.in(() -> doctor.require("doctor", language));
            wrong.in(() -> city.require("city", language));
        }
        wrong.unless(
                fromName == null || isOnOneLine(fromName),
                "fromName",
                "must be a name on one line, such as Dr. Kim Spine Care");
        wrong.unless(retentionDays >= 1, "retentionDays", "must be a number of days, such as 90");
        wrong.unless(
                site.isEmpty() || SITE.matcher(site).matches(),
                "site",
                "must be an address without a path, such as https://ask.clinic.example, or \"\"");
        wrong.unless(
                NOTICE.matcher(privacyPractices).matches(),
                "privacyPractices",
                "must be an address, such as https://www.clinic.example/privacy");
        List<String> spoken = languages;
        if (routes != null) { // null: they could not be read, and that is said
            wrong.in(() -> routes.check(spoken));
        }
        wrong.throwIfAny();
    }

    /** Where an inquiry goes: the inboxes of the first route that fits it, else the one inbox. Never empty. */
    public List<String> inboxesOf(RoutedInquiry inquiry) {
        return routes.inboxesOf(inquiry).orElse(List.of(inbox));
    }

    /** The further inboxes that hear of an emergency that waits; empty where the fallback inbox does. */
    public List<String> furtherUrgentInboxes() {
        return urgent == null ? List.of() : urgent.also();
    }

    /** The programs that hear of emergencies by HTTP. */
    public List<UrgentWebhook> urgentWebhooks() {
        return urgent == null ? List.of() : urgent.webhooks();
    }

    /** The further inbox of an index from 1. They may have got fewer since a mail was owed; it then goes to the fallback inbox. */
    public String urgentInbox(int index) {
        List<String> inboxes = furtherUrgentInboxes();
        return index <= inboxes.size() ? inboxes.get(index - 1) : fallbackInbox;
    }

    public ZoneId timeZone() {
        return officeHours.timeZone();
    }

    /** The public page of a handout, such as {@code general}; empty when the pages are not reached from outside. */
    public String handoutPage(String id, String language) {
        return site.isEmpty() ? "" : site + "/handouts/" + id + "/" + language;
    }

    /** What the person reads as the sender of their mail. */
    public String senderName() {
        return fromName == null ? name : fromName;
    }

    /** Who is told of technical trouble. */
    public String operatorInbox() {
        return operator == null ? fallbackInbox : operator;
    }

    public String defaultLanguage() {
        return languages.get(0);
    }

    /** The clinic's language nearest to a BCP 47 tag: its own, the same without the country, or the default. */
    public String nearestLanguage(String tag) {
        return spoken(tag).orElseGet(this::defaultLanguage);
    }

    /** A person's language as routes name it. */
    public String routedLanguage(String tag) {
        return spoken(tag).orElse(RoutedInquiry.OTHER_LANGUAGE);
    }

    /** The clinic's language by RFC 4647's lookup, which knows no case; codes of three letters and POSIX's underscore mean the same. */
    public Optional<String> spoken(String tag) {
        String subtags = tag.replace('_', '-');
        if (!SUBTAGS.matcher(subtags).matches()) {
            return Optional.empty();
        }
        try {
            String found = Locale.lookupTag(Locale.LanguageRange.parse(subtags), languages);
            return found != null ? Optional.of(found) : ofThreeLetters(subtags);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<String> ofThreeLetters(String tag) {
        String code = Locale.forLanguageTag(tag).getLanguage();
        return languages.stream()
                .filter(language ->
                        Locale.forLanguageTag(language).getISO3Language().equals(code))
                .findFirst();
    }

    /** The phone number for {@code tel:} links, in E.164; numbers without a country are taken as North American. */
    public String phoneLink() {
        String digits = phone.replaceAll("[^0-9+]", "");
        if (digits.startsWith("+")) {
            return digits;
        }
        return digits.length() == 10 ? "+1" + digits : "+" + digits;
    }

    private static boolean isOnOneLine(String value) {
        return value.matches("[^\\p{Cntrl}]*[^\\p{Cntrl}\\s][^\\p{Cntrl}]*");
    }

    private static void requireAddress(String entry, String value) {
        if (!MailAddress.isOne(value)) {
            throw new InvalidEntry(entry, "must be one e-mail address, such as front-desk@clinic.example");
        }
    }
}
