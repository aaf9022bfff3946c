package org.foramen.benchmarks.instrument;

import java.util.Locale;

/** Numbers as people read them: three digits that mean something. */
public final class Figure {

    private Figure() {}

    public static String plain(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        double size = Math.abs(value);
        String form = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, form, value);
    }
}
