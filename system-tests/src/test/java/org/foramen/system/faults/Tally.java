package org.foramen.system.faults;

import java.time.Duration;

/**
 * What came of one case.
 *
 * @param sent visitors
 * @param accepted those who were told yes
 * @param refusals how often one was told no, or nothing
 * @param lost accepted inquiries that the clinic does not have, or whose person got no mail without the clinic knowing
 * @param repeats mails that came again under the same Message-ID
 * @param disguised mails that came again under another Message-ID
 * @param late mails that came from the moment on in which what was broken began to be put right
 * @param drain the time from when all was well again until the last mail was there
 */
record Tally(
        String name,
        int sent,
        int accepted,
        int refusals,
        int clinicMails,
        int patientMails,
        int notices,
        long lost,
        int repeats,
        long disguised,
        long late,
        Duration drain) {

    static final String HEADER =
            """
            | case | sent | accepted | clinic mails | patient mails | notices | lost | repeats | time to drain |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|
            """;

    String row() {
        return "| %s | %d | %d | %d | %d | %d | %d | %d | %.1f s |"
                .formatted(
                        name,
                        sent,
                        accepted,
                        clinicMails,
                        patientMails,
                        notices,
                        lost,
                        repeats + disguised,
                        drain.toMillis() / 1000.0);
    }
}
