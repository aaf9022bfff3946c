package org.foramen.intake.form;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.Level;
import org.foramen.intake.receipt.ReceiptNote;

/** A page as a visitor may meet it. */
enum PageState {
    CONTACT("/"),
    CONSIDERING("/considering/foraminotomy"),
    CONSIDERING_ANY("/considering"),
    MISTAKES("/considering/foraminotomy") {
        @Override
        void act(Visitor visitor) {
            visitor.page().check("input[value=phone]");
            visitor.page().check("input[name=consentToEmail]");
            visitor.page().fill("#email", "lupita@");
            visitor.send();
        }
    },
    MISTAKE_WHILE_TYPING("/") {
        @Override
        void act(Visitor visitor) {
            visitor.page().check("input[value=email]");
            visitor.page().fill("#email", "lupita@");
            visitor.page().locator("#message").focus();
            visitor.page().locator("#email-problem").waitFor();
        }
    },
    NOT_TAKEN("/") {
        @Override
        void act(Visitor visitor) throws IOException {
            RunningIntake.breakDisk();
            visitor.fill("Lupita", "lupita@example.com", "Mi pregunta");
            visitor.send();
        }
    },
    NEVER_SHOWN("/") {
        @Override
        void act(Visitor visitor) {
            visitor.fill("Lupita", "lupita@example.com", "Mi pregunta");
            visitor.page().evaluate("document.querySelector('[name=submission]').value = 'forged'");
            visitor.send();
        }
    },
    NOT_REACHED("/") {
        @Override
        void act(Visitor visitor) {
            visitor.fill("Lupita", "lupita@example.com", "Mi pregunta");
            visitor.context().setOffline(true);
            visitor.send();
        }
    },
    SLIP("/") {
        @Override
        void act(Visitor visitor) {
            visitor.fill("Lupita", "lupita@gmial.com", "Mi pregunta");
            visitor.page().locator("#name").focus();
            visitor.page().locator("#slip").waitFor();
        }
    },
    TOLD_MORE("/considering") {
        @Override
        void act(Visitor visitor) {
            visitor.page().check("input[value=phone]");
            visitor.page().check("input[name=consentToEmail]");
            visitor.page().locator(".more summary").click();
        }
    },
    RECEIVED(received(Level.USUAL, ContactChannel.PHONE, "foraminotomy")),
    RECEIVED_MAILED(received(Level.USUAL, ContactChannel.EMAIL, null)),
    RECEIVED_PLAIN("/received/K7F3-92QX"),
    RECEIVED_CALL_TODAY(received(Level.CALL_TODAY, ContactChannel.PHONE, null)),
    LEAFLET("/handouts/general"),
    RECEIVED_EMERGENCY(RunningIntake.guiding(Level.EMERGENCY)),
    RECEIVED_CRISIS(RunningIntake.guiding(Level.CRISIS)),
    MISSING("/nothing-here"),
    FRAMED_FORM("/embed/considering/foraminotomy"),
    FRAMED_RECEIVED("/embed/received/K7F3-92QX"),
    EMBED_DEMO("/embed-demo.html") {
        @Override
        void act(Visitor visitor) {
            visitor.page().frameLocator("iframe").locator("form").waitFor();
        }
    };

    private final Function<RunningIntake, String> address;

    PageState(String path) {
        this.address = intake -> intake.at(path);
    }

    PageState(ReceiptNote receipt) {
        this.address = intake -> intake.at(receipt);
    }

    private static ReceiptNote received(Level level, ContactChannel by, String about) {
        Instant when = Instant.parse("2026-12-24T09:21:36Z");
        return new ReceiptNote("K7F3-92QX", level, by, by == ContactChannel.EMAIL, about, when);
    }

    String shownAs() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void show(Visitor visitor, RunningIntake intake) throws IOException {
        visitor.page().navigate(address.apply(intake));
        act(visitor);
    }

    void act(Visitor visitor) throws IOException {}
}
