package org.foramen.benchmarks.intake.peers;

import java.util.Random;

/** What a mail of the peers is made of: as large as ours, and about nothing. */
public final class SampleMail {

    /** As long as the text of the mail to a patient. */
    public static final String TEXT =
            "This line stands for the words of a handout and is as long as such lines are.\n".repeat(60);

    private static final int HANDOUT_BYTES = 25_000;

    private SampleMail() {}

    /** Bytes that do not compress, as those of a PDF. */
    public static byte[] handout() {
        byte[] bytes = new byte[HANDOUT_BYTES];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
