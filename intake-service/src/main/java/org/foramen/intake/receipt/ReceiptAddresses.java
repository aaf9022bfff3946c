package org.foramen.intake.receipt;

import org.foramen.contract.Level;
import org.foramen.intake.token.AddressSeal;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The addresses of receipts. What a receipt says stands in its address, sealed: so the page can be loaded again and read in
 * another language, and a browser's history or a proxy's log tells nobody what an inquiry was about.
 */
@Component
public class ReceiptAddresses {

    private static final String RECEIVED = "/received/";
    private static final String NOTE = "note";

    private final AddressSeal seal;

    ReceiptAddresses(AddressSeal seal) {
        this.seal = seal;
    }

    /** Without the language. */
    public String path(ReceiptNote note) {
        return UriComponentsBuilder.fromPath(RECEIVED + note.reference())
                .queryParam(NOTE, seal.seal(note.text(), note.reference()))
                .toUriString();
    }

    /** What an address says; what it does not say, or was not sealed here, is not said. */
    ReceiptNote read(String reference, String sealed) {
        return seal.open(sealed, reference)
                .map(text -> ReceiptNote.read(reference, text))
                .orElseGet(() -> new ReceiptNote(reference, Level.USUAL, null, null, null, null));
    }
}
