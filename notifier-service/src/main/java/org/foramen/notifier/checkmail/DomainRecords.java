package org.foramen.notifier.checkmail;

import java.util.ArrayList;
import java.util.List;
import javax.naming.CommunicationException;
import javax.naming.NamingException;

/** What the DNS says about who may send in our name, and whether our mails are that. */
final class DomainRecords {

    private final TextRecords dns;

    DomainRecords(TextRecords dns) {
        this.dns = dns;
    }

    /** A sentence each. */
    List<String> sentences(SenderDomains domains) {
        List<String> sentences = new ArrayList<>();
        try {
            sentences.addAll(said("SPF", () -> List.of(new SpfCheck(dns).sentence(domains.envelope()))));
            sentences.addAll(said("DKIM", () -> List.of(new DkimCheck(dns).sentence(domains))));
            sentences.addAll(said("DMARC", () -> new DmarcCheck(dns).sentences(domains)));
        } catch (CommunicationException e) {
            sentences.add("DNS: no name server answers from here, so "
                    + (sentences.isEmpty() ? "SPF, DKIM and DMARC were" : "the others were") + " not looked up.");
        }
        return sentences;
    }

    /** A record that cannot be had hides no other. */
    private static List<String> said(String what, Check check) throws CommunicationException {
        try {
            return check.sentences();
        } catch (CommunicationException e) {
            throw e;
        } catch (NamingException e) {
            return List.of(what + ": could not be looked up (" + e.getMessage() + ").");
        }
    }

    /** Looks up a kind of record. */
    private interface Check {

        List<String> sentences() throws NamingException;
    }
}
