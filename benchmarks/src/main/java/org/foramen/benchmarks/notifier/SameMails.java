package org.foramen.benchmarks.notifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.foramen.benchmarks.instrument.House;
import org.foramen.benchmarks.instrument.Inquiries;
import org.foramen.content.ClinicContent;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.print.HandoutPdfs;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.message.ClinicMail;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.PatientMail;
import org.foramen.notifier.message.Response;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.desk.MailLinks;
import org.foramen.notifier.order.PatientMailNews;
import org.foramen.notifier.smtp.Composing;

/** The mails that the notifier sends about one inquiry, as files for those who are to send the same bytes. */
final class SameMails {

    private SameMails() {}

    /** @return how many bytes both mails have together */
    static int writeInto(Path folder) throws IOException {
        ClinicContent content = ClinicContent.load(House.content());
        EducationSummary handout = content.library().find("foraminotomy", "en").orElseThrow();
        InquiryReceived inquiry = new Inquiries().next();
        Stationery stationery = new Stationery(content, new MailLinks(null));
        Mail patient = new PatientMail(stationery, new HandoutPdfs(content)).write(inquiry, handout);
        Mail clinic = new ClinicMail(stationery)
                .write(
                        inquiry,
                        content.clinic().inbox(),
                        new Response(handout, "Names foraminotomy.", List.of(), null),
                        PatientMailNews.planned(null));
        return write(folder, "clinic", clinic) + write(folder, "patient", patient);
    }

    private static int write(Path folder, String audience, Mail mail) throws IOException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        new Composing().write(mail, wire);
        // smtp-source ends lines itself
        Files.writeString(
                folder.resolve(audience + ".eml"),
                wire.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
        Files.writeString(folder.resolve(audience + ".txt"), mail.text());
        Files.writeString(folder.resolve(audience + ".html"), mail.html());
        byte[] attachment = mail.attachments().isEmpty()
                ? new byte[0]
                : mail.attachments().get(0).content();
        Files.write(folder.resolve(audience + ".attachment"), attachment);
        return wire.size();
    }
}
