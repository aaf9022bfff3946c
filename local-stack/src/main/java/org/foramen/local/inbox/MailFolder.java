package org.foramen.local.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.foramen.stack.mail.ReceivedMail;

/** Where the mails are kept, each as a file whose name tells when it came: {@code 2026-11-22T09-30-00.000Z-0001.eml}. */
final class MailFolder {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.SSSX").withZone(ZoneOffset.UTC);
    private static final int TIME_LENGTH = "2026-11-22T09-30-00.000Z".length();
    private static final Pattern NAME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d\\.\\d{3}Z-\\d{4,}\\.eml");

    private final Path folder;
    private final Clock clock;
    private final AtomicInteger received = new AtomicInteger();

    MailFolder(Path folder, Clock clock) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.clock = clock;
    }

    /** Keeps what only the envelope says as headers, as mail servers do. */
    String store(ReceivedMail mail) throws IOException {
        StringBuilder envelope = new StringBuilder("Return-Path: <" + mail.sender() + ">\r\n");
        mail.recipients()
                .forEach(recipient ->
                        envelope.append("Delivered-To: ").append(recipient).append("\r\n"));
        ByteArrayOutputStream file = new ByteArrayOutputStream(envelope.length() + mail.bytes().length);
        file.writeBytes(envelope.toString().getBytes(StandardCharsets.UTF_8));
        file.writeBytes(mail.bytes());
        return store(file.toByteArray());
    }

    /** Returns the mail's name once the mail is on the disk; a reader never sees half of it. */
    String store(byte[] mail) throws IOException {
        String name = "%s-%04d.eml".formatted(TIME.format(clock.instant()), received.incrementAndGet());
        Path part = folder.resolve(name + ".part");
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(mail);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
            file.force(true);
        }
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        return name;
    }

    /** The names of all mails, the newest first. */
    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /** The file of a mail; empty when there is none of that name. */
    Optional<Path> find(String name) {
        return Optional.of(name)
                .filter(text -> NAME.matcher(text).matches())
                .map(folder::resolve)
                .filter(Files::isRegularFile);
    }

    static Instant receivedAt(String name) {
        return TIME.parse(name.substring(0, TIME_LENGTH), Instant::from);
    }
}
