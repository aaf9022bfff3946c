package org.foramen.local.inbox;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.foramen.stack.mail.MailAttachment;

/** What the inbox answers to a browser, and what the browser may do with it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PageResponse(int status, Map<String, String> headers, byte[] body) {

    private static final Set<String> SHOWN =
            Set.of("application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp");

    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; base-uri 'none'; form-action 'none'";
    private static final String MAIL_POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
            + " style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

    static PageResponse page(String html) {
        return of(200, "text/html; charset=utf-8", html).with("Content-Security-Policy", PAGE_POLICY);
    }

    /** HTML from a mail: shown without scripts, without an origin, and without loading anything from elsewhere. */
    static PageResponse mailHtml(String html) {
        return of(200, "text/html; charset=utf-8", html).with("Content-Security-Policy", MAIL_POLICY);
    }

    static PageResponse style(String css) {
        return of(200, "text/css; charset=utf-8", css);
    }

    static PageResponse source(byte[] mail) {
        return new PageResponse(200, Map.of("Content-Type", "text/plain; charset=utf-8"), mail);
    }

    /** A browser may show some types in place; everything else is only saved. */
    static PageResponse attachment(MailAttachment attachment) {
        boolean shown = SHOWN.contains(attachment.contentType());
        String type = shown ? attachment.contentType() : "application/octet-stream";
        String disposition = shown ? "inline" : "attachment";
        return new PageResponse(200, Map.of("Content-Type", type), attachment.content())
                .with("Content-Disposition", disposition + "; filename*=UTF-8''" + encoded(attachment.fileName()));
    }

    static PageResponse problem(int status, String sentence) {
        return of(status, "text/plain; charset=utf-8", sentence + "\n");
    }

    PageResponse with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new PageResponse(status, more, body);
    }

    private static PageResponse of(int status, String type, String text) {
        return new PageResponse(status, Map.of("Content-Type", type), text.getBytes(StandardCharsets.UTF_8));
    }

    /** As RFC 8187 has it: everything but letters, digits and a few signs in percent form. */
    private static String encoded(String fileName) {
        StringBuilder text = new StringBuilder();
        for (byte each : fileName.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = each == '.' || each == '-' || each == '_' || (each > 0 && Character.isLetterOrDigit(each));
            text.append(plain ? Character.toString(each) : "%%%02X".formatted(each));
        }
        return text.toString();
    }
}
