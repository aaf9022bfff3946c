package org.foramen.local;

import java.net.URI;
import java.nio.file.Path;

/**
 * The command: without arguments it runs the stack until it is stopped, with {@code samples} it sends
 * inquiries to it, with {@code canary} one of its own, and waits until that has arrived.
 */
public final class LocalStack {

    private LocalStack() {}

    public static void main(String[] arguments) throws Exception {
        Console console = new Console(System.out);
        try {
            Settings settings = Settings.of(System.getenv(), Path.of(""));
            switch (String.join(" ", arguments)) {
                case "" -> new Stack(settings, console).run();
                case "samples" -> {
                    URI form = URI.create(settings.form().address());
                    new Samples(form, console).send();
                    console.say("Their mails appear at " + settings.inbox().address());
                }
                case "canary" -> {
                    LocalService notifier = LocalService.both(settings).get(1);
                    System.exit(notifier.run("canary"));
                }
                default ->
                    throw new CannotStart("`" + String.join(" ", arguments) + "` is not a command here:"
                            + " say nothing to start the stack, `samples` to send inquiries to it,"
                            + " or `canary` to see that one arrives.");
            }
        } catch (CannotStart e) {
            console.say("\n" + e.getMessage() + "\n");
            System.exit(1);
        }
    }
}
