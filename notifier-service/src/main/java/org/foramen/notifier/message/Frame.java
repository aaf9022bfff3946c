package org.foramen.notifier.message;

/** The frame that both mails share: one column that phones, Gmail, Outlook and Apple Mail show alike. */
final class Frame {

    private Frame() {}

    /**
     * A whole HTML mail.
     *
     * @param language of its text, as a BCP 47 tag
     * @param body already safe
     */
    static String around(String language, String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="supported-color-schemes" content="light dark">
                <title>%s</title>
                </head>
                <body style="margin:0;padding:0">
                <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:16px">
                <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px"><tr>
                <td align="left" style="font-family:Arial,Helvetica,sans-serif;font-size:17px;line-height:1.5">
                %s
                </td></tr></table>
                </td></tr></table>
                </body>
                </html>
                """
                .formatted(Html.escape(language), Html.escape(title), body);
    }

    /** A paragraph. */
    static String paragraph(String text) {
        return "<p style=\"margin:0 0 12px\">" + Html.lines(text) + "</p>\n";
    }

    static String heading(String text) {
        return "<h2 style=\"font-size:19px;line-height:1.3;margin:24px 0 8px\">" + Html.escape(text) + "</h2>\n";
    }

    /** A paragraph that must be read first. */
    static String alarm(String text) {
        return "<p style=\"margin:0 0 16px;padding:12px 14px;border:2px solid #b3261e;font-weight:bold\">"
                + Html.lines(text) + "</p>\n";
    }

    static String small(String text) {
        return "<p style=\"margin:0 0 12px;font-size:15px\">" + Html.lines(text) + "</p>\n";
    }
}
