package org.foramen.notifier.message.layout;

import org.foramen.content.profile.ClinicProfile;

/** The frame that all mails share: one column that phones, Gmail, Outlook and Apple Mail show alike. */
public final class MailLayout {

    /** For readers that know dark screens; the others show the light colours of each element. */
    private static final String STYLE =
            """
            :root { color-scheme: light dark; supported-color-schemes: light dark; }
            @media (prefers-color-scheme: dark) {
              .ground { background: #12181b !important; }
              .sheet { background: #1b2429 !important; color: #e6edf0 !important; border-color: #33434b !important; }
              .quiet { color: #b3c1c8 !important; }
              .line { border-color: #33434b !important; }
              .accent, .sheet h1, .sheet h2 { color: DARK !important; }
              .box, .sheet section { background: #223038 !important; border-color: DARK !important; }
              .alarm { background: #43201d !important; color: #ffe3e0 !important; border-color: #f2857b !important; }
            }
            """;

    private final ClinicProfile clinic;
    private final String style;

    public MailLayout(ClinicProfile clinic) {
        this.clinic = clinic;
        this.style = STYLE.replace("DARK", clinic.theme().colourOnDark());
    }

    /**
     * A whole HTML mail.
     *
     * @param language of its text, as a BCP 47 tag
     * @param body already safe
     */
    public String around(String language, String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="supported-color-schemes" content="light dark">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body class="ground" style="margin:0;padding:0;background:#eef2f4">
                <table role="presentation" class="ground" width="100%%" cellpadding="0" cellspacing="0" border="0" style="background:#eef2f4"><tr><td align="center" style="padding:16px 8px 32px">
                <div role="main">
                <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0" style="max-width:620px"><tr>
                <td class="accent" align="left" style="padding:4px 20px 12px;font-family:Arial,Helvetica,sans-serif;font-size:18px;font-weight:bold;color:%s">%s</td>
                </tr><tr>
                <td class="sheet" align="left" style="padding:24px 20px;font-family:Arial,Helvetica,sans-serif;font-size:17px;line-height:1.5;background:#ffffff;color:#1c2b33;border:1px solid #d3dde1;border-radius:8px">
                %s</td></tr></table>
                </div>
                </td></tr></table>
                </body>
                </html>
                """
                .formatted(
                        Html.escape(language),
                        Html.escape(title),
                        style,
                        clinic.theme().colour(),
                        Html.escape(clinic.name()),
                        body);
    }

    public String title(String text) {
        return "<h1 style=\"font-size:24px;line-height:1.3;margin:0 0 14px;color:%s\">%s</h1>\n"
                .formatted(clinic.theme().colour(), Html.escape(text));
    }

    public String heading(String text) {
        return "<h2 style=\"font-size:19px;line-height:1.3;margin:26px 0 8px;color:%s\">%s</h2>\n"
                .formatted(clinic.theme().colour(), Html.escape(text));
    }

    public String paragraph(String text) {
        return "<p style=\"margin:0 0 12px\">" + dialled(text) + "</p>\n";
    }

    /** A paragraph that must be read first. */
    public String alarm(String text) {
        return "<p class=\"alarm\" style=\"margin:0 0 18px;padding:14px 16px;border:2px solid #b3261e;border-radius:6px;"
                + "background:#fdf0ef;color:#1c2b33;font-weight:bold\">" + dialled(text) + "</p>\n";
    }

    /** Words that stand out from the rest without alarm. */
    public String box(String html) {
        return "<div class=\"box\" style=\"margin:0 0 16px;padding:12px 16px;border-left:4px solid %s;background:#eff5f6\">%s</div>\n"
                .formatted(clinic.theme().colour(), html);
    }

    public String small(String text) {
        return "<p class=\"quiet\" style=\"margin:0 0 12px;font-size:15px;color:#4a5a63\">" + dialled(text) + "</p>\n";
    }

    public String rule() {
        return "<hr class=\"line\" style=\"border:0;border-top:1px solid #c3ced3;margin:24px 0\">\n";
    }

    /** The clinic's phone number can be tapped wherever it stands. */
    private String dialled(String text) {
        String phone = Html.escape(clinic.phone());
        return Html.lines(text).replace(phone, Html.link("tel:" + clinic.phoneLink(), phone));
    }
}
