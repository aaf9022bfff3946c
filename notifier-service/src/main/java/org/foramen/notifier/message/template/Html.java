package org.foramen.notifier.message.template;

/** Text in HTML: whatever it is, it is shown and not obeyed. */
public final class Html {

    private Html() {}

    public static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int index = 0; index < text.length(); index++) {
            char next = text.charAt(index);
            switch (next) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(next);
            }
        }
        return safe.toString();
    }

    /** The same page in ASCII, which a mail carries as it is: other characters by their numbers. */
    public static String inAscii(String html) {
        StringBuilder ascii = new StringBuilder(html.length() + 256);
        int copied = 0;
        for (int at = 0; at < html.length(); at++) {
            if (html.charAt(at) >= 128) {
                int character = html.codePointAt(at);
                ascii.append(html, copied, at).append("&#").append(character).append(';');
                at += Character.charCount(character) - 1;
                copied = at + 1;
            }
        }
        return copied == 0 ? html : ascii.append(html, copied, html.length()).toString();
    }
}
