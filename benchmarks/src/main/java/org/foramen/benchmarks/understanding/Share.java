package org.foramen.benchmarks.understanding;

import java.util.Locale;

/** So many of so many, with the 95 % interval that Wilson's formula gives. */
record Share(int some, int all) {

    private static final double Z = 1.96;

    Share and(boolean one) {
        return new Share(one ? some + 1 : some, all + 1);
    }

    @Override
    public String toString() {
        if (all == 0) {
            return "";
        }
        double share = (double) some / all;
        double middle = (share + Z * Z / (2 * all)) / (1 + Z * Z / all);
        double half = Z / (1 + Z * Z / all) * Math.sqrt(share * (1 - share) / all + Z * Z / (4.0 * all * all));
        return String.format(
                Locale.ROOT,
                "%d of %d, %.1f %% (%.1f to %.1f)",
                some,
                all,
                100 * share,
                Math.max(0, 100 * (middle - half)),
                Math.min(100, 100 * (middle + half)));
    }
}
