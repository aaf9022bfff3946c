package org.foramen.benchmarks.understanding;

/** How the messages of one set, or of one language in it, were understood. */
final class Score {

    private Share urgentFound = new Share(0, 0);

    private Share falseAlarms = new Share(0, 0);

    private Share rightHandouts = new Share(0, 0);

    private Share wrongHandouts = new Share(0, 0);

    void urgency(boolean isUrgent, boolean isFlagged) {
        urgentFound = isUrgent ? urgentFound.and(isFlagged) : urgentFound;
        falseAlarms = isUrgent ? falseAlarms : falseAlarms.and(isFlagged);
    }

    void handout(boolean isRight, boolean isHandout) {
        rightHandouts = rightHandouts.and(isRight);
        wrongHandouts = wrongHandouts.and(!isRight && isHandout);
    }

    @Override
    public String toString() {
        return urgentFound + " | " + falseAlarms + " | " + rightHandouts + " | " + wrongHandouts;
    }
}
