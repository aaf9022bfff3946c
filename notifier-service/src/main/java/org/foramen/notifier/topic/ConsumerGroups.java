package org.foramen.notifier.topic;

import org.foramen.notifier.delivery.Audience;

/** The names of the two groups that read the topic. */
public final class ConsumerGroups {

    /** Mails the clinic. */
    public static final String CLINIC = "clinic-mailer";

    /** Mails the persons who asked. */
    public static final String PATIENT = "patient-mailer";

    private ConsumerGroups() {}

    /** The group that mails an audience. */
    public static String of(Audience audience) {
        return audience == Audience.PATIENT ? PATIENT : CLINIC;
    }
}
