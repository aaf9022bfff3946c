package org.foramen.notifier.preview;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.foramen.content.ClinicContent;
import org.foramen.content.WordingTrial;
import org.foramen.content.file.InvalidContent;
import org.foramen.content.file.Problems;
import org.foramen.content.print.HandoutPdfs;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.desk.MailLinks;

/** The command {@code preview-mails}: writes each kind of mail into a folder, for people to look at. */
public final class PreviewMailsCommand {

    /** Its name on the command line. */
    public static final String COMMAND = "preview-mails";

    private static final MailLinks LINKS = new MailLinks(URI.create("https://console.clinic.example"));

    private PreviewMailsCommand() {}

    /**
     * Writes them.
     *
     * @param args {@code preview-mails}, then the folder to write into, then that of the content; without the last,
     *     {@code FORAMEN_CONTENT} or {@code content}
     * @return true when all could be written
     */
    public static boolean run(String[] args, PrintStream out) {
        if (args.length < 2 || args.length > 3 || args[1].isBlank() || args[1].startsWith("-")) {
            throw new IllegalArgumentException("it needs to know the folder to write into, such as previews.");
        }
        Path folder = Path.of(args[1]);
        Path from = Path.of(args.length > 2 ? args[2] : System.getenv().getOrDefault("FORAMEN_CONTENT", "content"));
        try {
            ClinicContent content = ClinicContent.load(from);
            Problems problems = new Problems();
            WordingTrial.run(content, words -> MailPreviews.tryAll(new Stationery(words, LINKS)), problems);
            problems.throwIfAny();
            Map<String, Mail> mails = MailPreviews.of(new Stationery(content, LINKS), new HandoutPdfs(content));
            Files.createDirectories(folder);
            for (Map.Entry<String, Mail> mail : mails.entrySet()) {
                write(folder, mail.getKey(), mail.getValue());
            }
            out.println("%d mails, each as .html and .txt, are in %s".formatted(mails.size(), folder));
            return true;
        } catch (InvalidContent e) {
            out.println(e.getMessage());
        } catch (IOException e) {
            out.println("The previews cannot be written into " + folder + ".");
        }
        return false;
    }

    private static void write(Path folder, String name, Mail mail) throws IOException {
        Files.writeString(folder.resolve(name + ".html"), mail.html());
        Files.writeString(
                folder.resolve(name + ".txt"),
                "From: %s <%s>%nTo: %s%nReply-To: %s%nSubject: %s%n%n%s"
                        .formatted(
                                mail.fromName(),
                                mail.from(),
                                mail.to(),
                                mail.replyTo() == null ? "(nobody)" : mail.replyTo(),
                                mail.subject(),
                                mail.text()));
    }
}
