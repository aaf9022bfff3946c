package org.foramen.notifier.smtp.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.eclipse.angus.mail.smtp.SMTPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpBodyTests {

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final SmtpBody body = new SmtpBody(line);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a          | a#",
                "a#b#       | a#b#",
                "a<b>c      | a#b#c#",
                "<>         | #",
                ">>         | ##",
                "<#         | ##",
                ".          | ..#",
                ".#.a#a.    | ..#..a#a.#",
                "#.#        | #..#",
                "''         | ''"
            })
    void linesEndInCrlfAndNoneIsAFinalDot(String written, String sent) throws IOException {
        body.write(bytes(written));
        body.end();

        assertThat(line.toString(US_ASCII)).isEqualTo(text(sent));
    }

    @Test
    void oneMailAfterTheOtherGoesThrough() throws IOException {
        body.write(bytes("no end"));
        body.end();
        body.write(bytes(".dot"));
        body.end();

        assertThat(line.toString(US_ASCII)).isEqualTo("no end\r\n..dot\r\n");
    }

    @Test
    void itWritesWhatAngusWrites() throws IOException {
        Random random = new Random(1);
        String letters = "\r\n.ab";
        for (int mail = 0; mail < 200; mail++) {
            line.reset();
            ByteArrayOutputStream theirLine = new ByteArrayOutputStream();
            SMTPOutputStream theirs = new SMTPOutputStream(theirLine);
            for (int part = random.nextInt(5); part >= 0; part--) {
                byte[] next = new byte[random.nextInt(mail < 20 ? 70_000 : 12)];
                for (int at = 0; at < next.length; at++) {
                    next[at] = (byte) letters.charAt(random.nextInt(letters.length()));
                }
                body.write(next);
                theirs.write(next);
                body.write('.');
                theirs.write('.');
            }
            body.end();
            theirs.ensureAtBOL();

            assertThat(line.toByteArray()).isEqualTo(theirLine.toByteArray());
        }
    }

    private static byte[] bytes(String written) {
        return text(written).getBytes(US_ASCII);
    }

    /** {@code #} is CRLF, {@code <} a CR and {@code >} an LF alone. */
    private static String text(String written) {
        return written.replace("#", "\r\n").replace('<', '\r').replace('>', '\n');
    }
}
