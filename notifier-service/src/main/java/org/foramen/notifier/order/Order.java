package org.foramen.notifier.order;

/** What the front desk is asked to do about an inquiry: exactly one thing. */
public enum Order {
    /** Call at once: it may be an emergency. */
    CALL_NOW,
    /** Call in the time that was promised. */
    CALL,
    /** Write an e-mail; the greeting is ready. */
    WRITE,
    /** Write at once that they call 911: it may be an emergency, and there is no number. The text is ready. */
    WRITE_911,
    /** Do nothing: there is nobody to answer, or no way to reach them. */
    NOTHING;

    /** True when a telephone is needed for it. */
    public boolean calls() {
        return this == CALL_NOW || this == CALL;
    }

    /** True when an e-mail answers it. */
    public boolean writes() {
        return this == WRITE || this == WRITE_911;
    }

    /** True when it cannot wait. */
    public boolean atOnce() {
        return this == CALL_NOW || this == WRITE_911;
    }
}
