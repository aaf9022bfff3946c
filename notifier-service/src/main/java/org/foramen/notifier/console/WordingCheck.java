package org.foramen.notifier.console;

import org.foramen.content.ClinicContent;
import org.foramen.content.WordingTrial;
import org.foramen.content.file.Problems;
import org.foramen.notifier.console.people.CaseWords;
import org.foramen.notifier.console.view.AuditWords;
import org.foramen.notifier.console.view.ConsoleWording;
import org.foramen.notifier.console.view.SubjectWords;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.preview.MailPreviews;

/** Writes each mail once and reads the console's words: a text that they lack, or a template that fails, is found by nobody later. */
public final class WordingCheck {

    private WordingCheck() {}

    /** Notes what is wrong, by file and line. */
    public static void of(Stationery stationery, Problems problems) {
        ClinicContent content = stationery.content();
        WordingTrial.run(
                content,
                words -> use(words == content ? stationery : new Stationery(words, stationery.links())),
                problems);
    }

    private static void use(Stationery stationery) {
        ClinicContent content = stationery.content();
        MailPreviews.tryAll(stationery);
        new CaseWords(content);
        new ConsoleWording(content);
        new AuditWords(content);
        new SubjectWords(content);
    }
}
