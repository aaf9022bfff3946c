package org.foramen.notifier.message;

import org.foramen.content.ClinicContent;
import org.foramen.notifier.message.desk.MailLinks;
import org.foramen.notifier.message.template.MailTemplates;

/** What every mail is written with: the clinic's words, where links lead, and the templates. */
public record Stationery(ClinicContent content, MailLinks links, MailTemplates templates) {

    public Stationery(ClinicContent content, MailLinks links) {
        this(content, links, new MailTemplates(content.clinic()));
    }
}
