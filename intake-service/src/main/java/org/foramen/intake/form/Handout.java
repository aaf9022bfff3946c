package org.foramen.intake.form;

import org.foramen.content.handout.EducationSummary;
import org.foramen.content.handout.EducationSummary.Medium;

/**
 * A handout on a page, in two parts, so that the way to the form can stand between them.
 *
 * @param heading its {@code h1}, with which every handout begins
 * @param text all that follows
 */
record Handout(String heading, String text) {

    private static final String HEADING_END = "</h1>";

    static Handout of(EducationSummary summary) {
        String html = summary.html(Medium.PAGE);
        int end = html.indexOf(HEADING_END) + HEADING_END.length();
        return new Handout(html.substring(0, end), html.substring(end));
    }
}
