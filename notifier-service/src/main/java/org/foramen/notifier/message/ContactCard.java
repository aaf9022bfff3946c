package org.foramen.notifier.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;

/** The person as a vCard 3.0 (RFC 2426), which Outlook, Apple and Google all read, for the clinic's address book. */
final class ContactCard {

    /** A longer line goes on in the next, after a space; RFC 2425 counts octets. */
    private static final int LONGEST_LINE = 75;

    private ContactCard() {}

    static Attachment of(InquiryReceived inquiry) {
        Person person = inquiry.person();
        String reference = inquiry.id().reference();
        List<String> lines = new ArrayList<>(List.of("BEGIN:VCARD", "VERSION:3.0"));
        lines.add("FN:" + escape(person.name()));
        lines.add("N:;" + escape(person.name()) + ";;;"); // which part of a name is the family's, nobody asked
        if (person.email() != null) {
            lines.add("EMAIL;TYPE=INTERNET:" + escape(person.email()));
        }
        if (person.phone() != null) {
            lines.add("TEL;TYPE=VOICE:" + escape(person.phone()));
        }
        lines.add("NOTE:Web inquiry " + reference);
        lines.add("END:VCARD");
        StringBuilder card = new StringBuilder();
        lines.forEach(line -> fold(line, card));
        return new Attachment(
                "inquiry-" + reference + ".vcf",
                "text/vcard; charset=utf-8",
                card.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    private static void fold(String line, StringBuilder card) {
        int octets = 0;
        for (int letter : line.codePoints().toArray()) {
            String next = Character.toString(letter);
            int size = next.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                card.append("\r\n ");
                octets = 1;
            }
            card.append(next);
            octets += size;
        }
        card.append("\r\n");
    }
}
