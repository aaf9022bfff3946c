package org.foramen.local.inbox;

/** The frame of each page, and the one way by which text from a mail enters it. */
final class PageHtml {

    private PageHtml() {}

    /** The text with everything that HTML would read as markup made harmless, in content and in attributes. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A whole page; the title is text, the content is markup. */
    static String page(String title, String content) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="/inbox.css">
                </head>
                <body>
                %s</body>
                </html>
                """
                .formatted(escape(title), content);
    }
}
