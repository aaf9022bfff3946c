package org.foramen.local;

import java.io.PrintStream;
import java.util.Locale;

/** What the person at the keyboard reads: each step with the seconds since the start. */
final class Console {

    private final PrintStream out;
    private final long start = System.nanoTime();

    Console(PrintStream out) {
        this.out = out;
    }

    /** The same console with its clock at zero. */
    Console restarted() {
        return new Console(out);
    }

    /** A step of starting or stopping. */
    void step(String sentence) {
        double seconds = (System.nanoTime() - start) / 1e9;
        say(String.format(Locale.ROOT, "%6.1f s  %s", seconds, sentence));
    }

    /** Lines as they are. */
    void say(String lines) {
        out.println(lines);
        out.flush();
    }
}
