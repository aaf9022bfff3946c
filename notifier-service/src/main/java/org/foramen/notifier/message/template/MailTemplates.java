package org.foramen.notifier.message.template;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.foramen.content.file.InvalidContent;
import org.foramen.content.profile.ClinicProfile;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The templates of all mails, {@code mail/<name>.html} and {@code mail/<name>.txt} on the class path. */
public final class MailTemplates {

    private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");
    private static final Pattern ENDS_OF_LINES = Pattern.compile("\\h+(?=\\n)");

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final ClinicProfile clinic;

    public MailTemplates(ClinicProfile clinic) {
        this.clinic = clinic;
        engine.addTemplateResolver(resolver(TemplateMode.HTML, ".html"));
        engine.addTemplateResolver(resolver(TemplateMode.TEXT, ".txt"));
        engine.setEnableSpringELCompiler(true);
    }

    /**
     * Writes a mail.
     *
     * @param name of its template, such as {@code clinic}
     * @param language of its text, as a BCP 47 tag
     * @param preheader what a list of mails shows beside the subject
     * @param facts what the template shows, by name
     * @throws InvalidContent when the template fails
     */
    public Written write(
            String name, String language, String subject, String preheader, Map<String, ? extends Object> facts) {
        Context context = new Context(Locale.forLanguageTag(language));
        context.setVariable("language", language);
        context.setVariable("subject", subject);
        context.setVariable("preheader", preheader);
        context.setVariable("clinic", clinic);
        facts.forEach(context::setVariable);
        String text = processed(name + ".txt", context);
        return new Written(tidy(text) + "\n", processed(name + ".html", context));
    }

    /** What is left out leaves empty lines: of several one stays, so that what follows a person's words is not read as theirs. */
    private static String tidy(String text) {
        String even = ENDS_OF_LINES.matcher(text.replace("\r", "")).replaceAll("");
        return EMPTY_LINES.matcher(even).replaceAll("\n\n").strip();
    }

    /** @throws InvalidContent naming the line of a template that fails */
    private String processed(String template, Context context) {
        try {
            return engine.process(template, context);
        } catch (TemplateProcessingException e) {
            Integer line = e.getLine();
            Path file = Path.of("mail", e.getTemplateName() == null ? template : e.getTemplateName());
            throw new InvalidContent(file, line == null ? 1 : line, "this template fails: " + e.getMessage());
        }
    }

    private static ClassLoaderTemplateResolver resolver(TemplateMode mode, String ending) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(MailTemplates.class.getClassLoader());
        resolver.setPrefix("mail/");
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setResolvablePatterns(Set.of("*" + ending));
        return resolver;
    }

    /** Both halves of a mail. */
    public record Written(String text, String html) {

        @Override
        public String toString() {
            return "Written[not shown]";
        }
    }
}
