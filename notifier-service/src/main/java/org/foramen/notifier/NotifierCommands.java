package org.foramen.notifier;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;
import org.foramen.base.SettingRefused;
import org.foramen.content.file.InvalidContent;
import org.foramen.notifier.canary.SendCanary;
import org.foramen.notifier.checkmail.CheckMail;
import org.foramen.notifier.console.signin.passkey.MakePasskeyCode;
import org.foramen.notifier.console.signin.password.MakeUser;
import org.foramen.notifier.operations.Commands;
import org.foramen.notifier.preview.PreviewMailsCommand;
import org.foramen.notifier.preview.ShowRouteCommand;
import org.foramen.notifier.settings.CommandContext;
import org.springframework.beans.BeansException;
import org.springframework.boot.context.properties.bind.BindException;

/** What the notifier does when its first argument is a word: one command, which says in a sentence why it could not be done. */
final class NotifierCommands {

    private static final Map<String, Command> ALL = Map.ofEntries(
            Map.entry("replay", Commands::run),
            Map.entry("erase", Commands::run),
            Map.entry("export", Commands::run),
            Map.entry("hold", Commands::run),
            Map.entry("lift-hold", Commands::run),
            Map.entry("export-audit", Commands::run),
            Map.entry(ShowRouteCommand.COMMAND, ShowRouteCommand::run),
            Map.entry(MakeKeys.COMMAND, MakeKeys::run),
            Map.entry(MakeUser.COMMAND, MakeUser::run),
            Map.entry(MakePasskeyCode.COMMAND, MakePasskeyCode::run),
            Map.entry(CheckMail.COMMAND, CheckMail::run),
            Map.entry(SendCanary.COMMAND, SendCanary::run),
            Map.entry(ApproveText.COMMAND, ApproveText::run),
            Map.entry(PreviewMailsCommand.COMMAND, PreviewMailsCommand::run),
            Map.entry(CheckContent.COMMAND, CheckContent::run));

    private NotifierCommands() {}

    /** False when there are settings only, as {@code --server.port=8081}, and the service is meant. */
    static boolean areMeant(String[] args) {
        return Arrays.stream(args).anyMatch(argument -> !argument.startsWith("--"));
    }

    /**
     * Runs the one that stands first.
     *
     * @param err takes the sentence of what went wrong, so that it does not come into a file that {@code out} is written to
     * @return false when it could not be done
     */
    static boolean run(String[] args, PrintStream out, PrintStream err) {
        Command command = ALL.get(args[0]);
        if (command == null) {
            err.println("There is no such command; the first word is one of "
                    + String.join(", ", ALL.keySet().stream().sorted().toList()) + ". Nothing was done.");
            return false;
        }
        try {
            return command.run(args, out);
        } catch (BeansException | BindException e) {
            err.println(args[0] + " did not start. " + CommandContext.whyNot(e));
            return false;
        } catch (SettingRefused | InvalidContent | IllegalArgumentException e) {
            err.println(args[0] + ": " + e.getMessage());
            return false;
        }
    }

    /** One of them; it says on the stream what came of it. */
    private interface Command {

        /** @return false when it could not be done */
        boolean run(String[] args, PrintStream out);
    }
}
