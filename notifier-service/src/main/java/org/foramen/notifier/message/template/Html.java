package org.foramen.notifier.message.template;

/** What a mail cannot carry as it is, written so that it can. */
public final class Html {

    private Html() {}

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
