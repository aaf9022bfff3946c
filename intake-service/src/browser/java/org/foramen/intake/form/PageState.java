package org.foramen.intake.form;

import java.io.IOException;
import java.util.Locale;

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
    RECEIVED("/received/K7F3-92QX?by=phone&mail=no&about=foraminotomy&at=tqjm00"),
    RECEIVED_MAILED("/received/K7F3-92QX?by=email&mail=yes&at=tqjm00"),
    RECEIVED_PLAIN("/received/K7F3-92QX"),
    RECEIVED_CALL_TODAY("/received/K7F3-92QX?guidance=call-today&by=phone&mail=no&at=tqjm00"),
    LEAFLET("/handouts/general"),
    RECEIVED_EMERGENCY("/received/K7F3-92QX?guidance=emergency"),
    RECEIVED_CRISIS("/received/K7F3-92QX?guidance=crisis"),
    MISSING("/nothing-here"),
    FRAMED_FORM("/embed/considering/foraminotomy"),
    FRAMED_RECEIVED("/embed/received/K7F3-92QX"),
    EMBED_DEMO("/embed-demo.html") {
        @Override
        void act(Visitor visitor) {
            visitor.page().frameLocator("iframe").locator("form").waitFor();
        }
    };

    private final String path;

    PageState(String path) {
        this.path = path;
    }

    String shownAs() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void show(Visitor visitor, RunningIntake intake) throws IOException {
        visitor.page().navigate(intake.at(path));
        act(visitor);
    }

    void act(Visitor visitor) throws IOException {}
}
