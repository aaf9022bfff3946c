package org.foramen.benchmarks.instrument;

/** What is promised: its mark in docs/performance.md, the bound, and in what it is counted; nothing: it is a ratio. */
public enum Target {
    INTAKE_CPU("intake.cpu", Better.LESS, 2.2, ""),
    INTAKE_RATE("intake.rate", Better.MORE, 0.65, ""),
    INTAKE_P99("intake.p99", Better.LESS, 2, ""),
    NOTIFIER_H2("notifier.h2", Better.MORE, 0.8, ""),
    NOTIFIER_POSTGRES("notifier.postgres", Better.MORE, 0.8, ""),
    NOTIFIER_CPU("notifier.cpu", Better.LESS, 3, ""),
    NOTIFIER_PUSHED_BACK("notifier.pushed.back", Better.MORE, 0.8, ""),
    INBOX_P99("inbox.p99", Better.LESS, 100, "ms"),
    INBOX_ROLLING("inbox.rolling", Better.MORE, 99, "%"),
    SUSTAINED("inbox.sustained", Better.MORE, 400, "inquiries/s"),
    INTAKE_START_JAR("start.intake.jar", Better.LESS, 1.25, ""),
    INTAKE_START_CDS("start.intake.cds", Better.LESS, 1.25, ""),
    INTAKE_START_AOT("start.intake.aot", Better.LESS, 1.25, ""),
    NOTIFIER_START_JAR("start.notifier.jar", Better.LESS, 1.25, ""),
    NOTIFIER_START_CDS("start.notifier.cds", Better.LESS, 1.25, ""),
    NOTIFIER_START_AOT("start.notifier.aot", Better.LESS, 1.25, ""),
    RESIDENT_AFTER_HOUR("hour.resident", Better.LESS, 220, "MB"),
    RESIDENT_AFTER_LOAD("rest.resident", Better.LESS, 330, "MB"),
    IDLE_INTAKE("rest.intake", Better.LESS, 30, "s a day"),
    IDLE_NOTIFIER("rest.notifier", Better.LESS, 30, "s a day"),
    FIRST_COMMAND("command.second", Better.LESS, 10, "s"),
    GROWTH("growth.cost", Better.LESS, 1.1, ""),
    RECONCILIATION("growth.reconciliation", Better.LESS, 2, "s a minute"),
    BOARD("growth.board", Better.LESS, 200, "ms"),
    FORM_BYTES("form.bytes", Better.LESS, 15, "KB"),
    FORM_PAINT("form.paint", Better.LESS, 1, "s"),
    FORM_SHIFT("form.shift", Better.LESS, 0, "");

    private static final double A_FIFTH = 1.2;

    private final String mark;
    private final Better better;
    private final double bound;
    private final String unit;

    Target(String mark, Better better, double bound, String unit) {
        this.mark = mark;
        this.better = better;
        this.bound = bound;
        this.unit = unit;
    }

    public String mark() {
        return mark;
    }

    /** Whether it is one figure divided by another of the same round, so that another machine gets about the same. */
    public boolean isRatio() {
        return unit.isEmpty() && this != FORM_SHIFT;
    }

    /** Takes its place in the page, and is left for those who compare. */
    public void measured(Spread value) {
        Results.value(mark, value);
        Results.piece(mark, said(value));
        System.out.println(mark + ": " + said(value));
    }

    /** None of them is measured: what the page says of them is of another run. */
    public static void forgetAll() {
        for (Target target : values()) {
            Results.piece(target.mark, target.said(Spread.once(Double.NaN)));
        }
    }

    public void measured(double value) {
        measured(Spread.once(value));
    }

    String said(Spread value) {
        if (Double.isNaN(value.median())) {
            return "not measured";
        }
        return value + (unit.isEmpty() ? "" : " " + unit) + (isMet(value.median()) ? ", met" : ", **missed**");
    }

    private boolean isMet(double value) {
        return better == Better.LESS ? value <= bound : value >= bound;
    }

    /** Whether it is a fifth worse than what was kept, and worse than the worst of its rounds. */
    boolean isWorse(Spread kept, double now) {
        double worst = better == Better.LESS ? kept.most() : kept.least();
        return timesWorse(kept.median(), now) > A_FIFTH && timesWorse(worst, now) > 1;
    }

    private double timesWorse(double than, double now) {
        return better == Better.LESS ? now / than : than / now;
    }

    private enum Better {
        LESS,
        MORE
    }
}
