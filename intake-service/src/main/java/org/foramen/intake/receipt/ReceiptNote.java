package org.foramen.intake.receipt;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.foramen.base.AnswerDue;
import org.foramen.content.hours.OfficeHours;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.Level;
import org.foramen.intake.admission.Receipt;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a receipt's address says of an inquiry, and nothing of its person: so the page can be loaded again and read in another
 * language. What an address leaves out, the page leaves out.
 *
 * @param by how the person is answered; null where nothing is promised
 * @param mail whether the handout is mailed; null where that is not known
 * @param about the procedure that was chosen, if any
 * @param at when it came; null where nothing is promised
 */
public record ReceiptNote(
        String reference,
        Level level,
        @Nullable ContactChannel by,
        @Nullable Boolean mail,
        @Nullable String about,
        @Nullable Instant at) {

    private static final int BASE = 36;

    /** Where the clinic is not asked to answer, no time is promised. */
    public static ReceiptNote of(Receipt receipt) {
        boolean answered = receipt.level().answered(receipt.suspected());
        return new ReceiptNote(
                receipt.id().reference(),
                receipt.level(),
                answered ? receipt.way() : null,
                receipt.consent() && receipt.suspected() ? null : receipt.consent(),
                receipt.procedure(),
                answered ? receipt.received() : null);
    }

    /** Reads an address; what it does not say, or says wrongly, is not said. */
    static ReceiptNote read(String reference, ReceiptQuery query) {
        return new ReceiptNote(
                reference,
                named(Level.values(), Level::wireName, query.guidance()).orElse(Level.USUAL),
                named(ContactChannel.values(), ContactChannel::wireName, query.by())
                        .orElse(null),
                query.mail() == null ? null : query.mail().equals("yes"),
                query.about(),
                instant(query.at()));
    }

    /** The address, without the language. */
    public String path() {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/received/" + reference);
        if (level != Level.USUAL) {
            path.queryParam("guidance", level.wireName());
        }
        path.queryParamIfPresent("by", Optional.ofNullable(by).map(ContactChannel::wireName));
        path.queryParamIfPresent("mail", Optional.ofNullable(mail).map(yes -> yes ? "yes" : "no"));
        path.queryParamIfPresent("about", Optional.ofNullable(about));
        path.queryParamIfPresent("at", Optional.ofNullable(at).map(one -> Long.toString(one.getEpochSecond(), BASE)));
        return path.toUriString();
    }

    /** By when the person is answered; null where nothing is promised. */
    public @Nullable Instant answerBy(OfficeHours hours) {
        return at == null ? null : AnswerDue.of(hours, level, at);
    }

    /** Whether somebody who may need help now is called right away: only where there is a number, and somebody to call it. */
    public boolean calledNow(OfficeHours hours) {
        return level == Level.EMERGENCY && by == ContactChannel.PHONE && at != null && hours.open(at);
    }

    private static <T> Optional<T> named(T[] values, Function<T, String> name, @Nullable String wanted) {
        return Stream.of(values).filter(one -> name.apply(one).equals(wanted)).findFirst();
    }

    private static @Nullable Instant instant(@Nullable String text) {
        if (text == null || !text.matches("[0-9a-z]{1,7}")) {
            return null;
        }
        return Instant.ofEpochSecond(Long.parseLong(text, BASE));
    }
}
