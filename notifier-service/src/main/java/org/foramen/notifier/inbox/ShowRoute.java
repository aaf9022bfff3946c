package org.foramen.notifier.inbox;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.foramen.content.ClinicContent;
import org.foramen.content.EducationSummary;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.NotifierSettings;
import org.foramen.notifier.matching.ProcedureMatcher;
import org.foramen.notifier.message.Answer;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/** The command {@code route}: shows which inboxes a sample inquiry would reach, and what the person would get. */
@EnableConfigurationProperties(NotifierSettings.class)
public class ShowRoute {

    /** Its name on the command line: {@code route sample.json}, or {@code route --language=es --urgent}. */
    public static final String COMMAND = "route";

    private final ClinicContent content;
    private final Answers answers;

    ShowRoute(NotifierSettings settings) {
        this.content = ClinicContent.load(settings.content());
        ProcedureMatcher matcher =
                ProcedureMatcher.load(settings.content(), content.library().names());
        this.answers = new Answers(content, matcher, settings);
    }

    /**
     * Shows it.
     *
     * @param args {@code route}, then a JSON file as the form's API takes it, or options that take its place
     */
    public static void run(String[] args, PrintStream out) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(ShowRoute.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(args)) {
            context.getBean(ShowRoute.class).show(context.getBean(ApplicationArguments.class), out);
        }
    }

    private void show(ApplicationArguments arguments, PrintStream out) {
        List<String> words = arguments.getNonOptionArgs();
        SampleInquiry sample =
                words.size() > 1 ? SampleInquiry.read(Path.of(words.get(1))) : SampleInquiry.of(arguments);
        InquiryReceived inquiry = sample.asReceived(content, arguments.containsOption("urgent"));
        Plan plan = answers.plan(inquiry);
        Answer answer = plan.answer();
        EducationSummary handout = answer.handout();
        out.println("Inboxes: " + String.join(", ", plan.inboxes()));
        out.println("Handout: "
                + (handout == null ? "none" : handout.title() + " (" + handout.language() + ")") + ". "
                + answer.reason());
        if (answer.suspected()) {
            out.println("The person's mail would wait until the clinic releases it.");
        }
    }
}
