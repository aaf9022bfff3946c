package org.foramen.notifier.preview;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.foramen.content.ClinicContent;
import org.foramen.content.handout.EducationSummary;
import org.foramen.notifier.answering.ResponseDecider;
import org.foramen.notifier.matching.ProcedureMatcher;
import org.foramen.notifier.settings.CommandContext;
import org.foramen.notifier.settings.NotifierSettings;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/** The command {@code route}: shows which inboxes a sample inquiry would reach, and what the person would get. */
@EnableConfigurationProperties(NotifierSettings.class)
public class ShowRouteCommand {

    /** Its name on the command line: {@code route sample.json}, or {@code route --language=es --urgent}. */
    public static final String COMMAND = "route";

    private final RoutePreview previews;

    ShowRouteCommand(NotifierSettings settings) {
        ClinicContent content = ClinicContent.load(settings.content());
        ProcedureMatcher matcher =
                ProcedureMatcher.load(settings.content(), content.library().names());
        this.previews = new RoutePreview(content, new ResponseDecider(content, matcher, settings));
    }

    /**
     * Shows it.
     *
     * @param args {@code route}, then a JSON file as the form's API takes it, or options that take its place
     * @throws IllegalArgumentException when the form would refuse the sample
     */
    public static boolean run(String[] args, PrintStream out) {
        if (new DefaultApplicationArguments(args).getNonOptionArgs().size() > 2) {
            throw new IllegalArgumentException("it takes one file, or options in its place.");
        }
        try (ConfigurableApplicationContext context =
                CommandContext.of(ShowRouteCommand.class).run(args)) {
            context.getBean(ShowRouteCommand.class).show(context.getBean(ApplicationArguments.class), out);
            return true;
        }
    }

    private void show(ApplicationArguments arguments, PrintStream out) {
        List<String> words = arguments.getNonOptionArgs();
        SampleInquiry sample =
                words.size() > 1 ? SampleInquiry.read(Path.of(words.get(1))) : SampleInquiry.of(arguments);
        RoutePreview.Preview preview = previews.of(sample, arguments.containsOption("urgent"));
        EducationSummary handout = preview.handout();
        out.println("Inboxes: " + String.join(", ", preview.inboxes()));
        out.println("Handout: "
                + (handout == null ? "none" : handout.title() + " (" + handout.language() + ")") + ". "
                + preview.reason());
        if (preview.waits()) {
            out.println("The person's mail would wait until the clinic releases it.");
        }
    }
}
