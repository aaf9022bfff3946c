package org.foramen.local.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is shown at each address. */
final class InboxPages {

    private static final int LISTED = 200;
    private static final String REFRESH_SECONDS = "3";
    private static final Pattern MAIL = Pattern.compile("/mails/([^/]+)(/html|/source|/parts/(\\d{1,4}))?");
    private static final PageResponse NOT_FOUND = PageResponse.problem(404, "There is no such page here.");

    private final MailFolder mails;
    private final String css;

    InboxPages(MailFolder mails) throws IOException {
        this.mails = mails;
        try (InputStream file = Objects.requireNonNull(InboxPages.class.getResourceAsStream("inbox.css"))) {
            this.css = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    PageResponse at(String path, String query) throws IOException {
        if (path.equals("/")) {
            return list(!query.equals("refresh=off"));
        }
        if (path.equals("/inbox.css")) {
            return PageResponse.style(css);
        }
        Matcher address = MAIL.matcher(path);
        Optional<Path> file = address.matches() ? mails.find(address.group(1)) : Optional.empty();
        if (file.isEmpty()) {
            return NOT_FOUND;
        }
        if (address.group(2) == null) {
            return PageResponse.page(MailPage.of(KeptMail.read(file.get())));
        }
        return switch (address.group(2)) {
            case "/html" -> PageResponse.mailHtml(MailHtml.of(KeptMail.read(file.get())));
            case "/source" -> PageResponse.source(Files.readAllBytes(file.get()));
            default -> attachment(KeptMail.read(file.get()), Integer.parseInt(address.group(3)));
        };
    }

    private PageResponse list(boolean refreshing) throws IOException {
        List<String> names = mails.names();
        List<MailHeading> newest = new ArrayList<>();
        for (String name : names.subList(0, Math.min(LISTED, names.size()))) {
            Optional<Path> file = mails.find(name);
            if (file.isPresent()) {
                newest.add(MailHeading.of(file.get()));
            }
        }
        PageResponse page = PageResponse.page(ListPage.of(newest, names.size(), refreshing));
        return refreshing ? page.with("Refresh", REFRESH_SECONDS) : page;
    }

    private static PageResponse attachment(KeptMail mail, int number) {
        return mail.attachments().stream()
                .filter(attachment -> attachment.number() == number)
                .findFirst()
                .map(PageResponse::attachment)
                .orElse(NOT_FOUND);
    }
}
