package org.foramen.notifier.topic;

import java.util.regex.Pattern;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.Position;

/** What an inquiry is called by people: its id, its reference, or a dead letter's place; in small letters too, and with O for 0. */
public final class InquiryName {

    /** A reference, an id, or as much of one as somebody copied. */
    private static final Pattern START = Pattern.compile("[0-9A-HJKMNP-TV-Z]{8,26}");

    private static final String NONE =
            "That is no name of an inquiry: it has a reference such as K7F3-92QX, an id of 26 letters and"
                    + " digits, or as a dead letter a place such as 2-17. Nothing was done.";

    private final String typed;
    private final String start;

    private InquiryName(String typed, String start) {
        this.typed = typed;
        this.start = start;
    }

    /** @throws IllegalArgumentException when nothing can be called so; its message is for whoever typed it */
    public static InquiryName of(String text) {
        String typed = text.strip();
        String start = InquiryId.spelled(typed).replace("-", "");
        boolean isStart = START.matcher(start).matches();
        if (!isStart && !Position.isPlace(typed)) {
            throw new IllegalArgumentException(NONE);
        }
        return new InquiryName(typed, isStart ? start : "");
    }

    /** True when an inquiry with this id is called so. */
    public boolean isOf(String id) {
        return !start.isEmpty() && id.startsWith(start);
    }

    /** True when the dead letter that stood in this place is called so. */
    public boolean isPlace(String place) {
        return typed.equals(place);
    }

    /** What ids begin with that are called so; empty when it names a place only. */
    public String start() {
        return start;
    }

    @Override
    public String toString() {
        return typed;
    }
}
