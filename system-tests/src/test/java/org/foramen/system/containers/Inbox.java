package org.foramen.system.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.foramen.stack.mail.ReceivedMail;
import org.foramen.system.stack.Website;
import tools.jackson.databind.JsonNode;

/** What the mail container took, read by Mailpit's addresses. */
final class Inbox {

    private final Website pages;
    private final Map<String, ReceivedMail> known = new ConcurrentHashMap<>();

    Inbox(Function<String, URI> address) {
        this.pages = new Website(address);
    }

    List<ReceivedMail> mails() {
        try {
            JsonNode listed = Website.json(pages.get("/api/v1/messages?limit=1000"));
            return listed.path("messages").valueStream().map(this::mail).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReceivedMail mail(JsonNode listed) {
        String recipient = listed.path("To").path(0).path("Address").asString();
        return known.computeIfAbsent(
                listed.path("ID").asString(), id -> ReceivedMail.of(recipient, Instant.now(), raw(id)));
    }

    private byte[] raw(String id) {
        try {
            return pages.get("/api/v1/message/" + id + "/raw").body().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
