package org.foramen.content.profile;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that is told of emergencies by HTTP.
 *
 * @param name what it is called here, such as {@code telephone}; console and ledger know it by this
 * @param url where to, such as {@code https://alarm.clinic.example/foramen}
 * @param secret the name of the secret that is signed with; the secret itself stands in the notifier's settings
 */
public record UrgentWebhook(String name, String url, String secret) {

    /** What is wrong with it, for people; none when it can be used. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!name.matches("[a-z0-9-]{1,32}")) {
            problems.add("'%s' is no name of small letters, digits and dashes".formatted(name));
        }
        if (!isHttps(url)) {
            problems.add("'%s' is no https address".formatted(url));
        }
        if (!secret.matches("[a-z0-9]{1,32}")) {
            problems.add("the secret of '%s' is named by small letters and digits, and is not itself written here"
                    .formatted(name));
        }
        return problems;
    }

    private static boolean isHttps(String url) {
        try {
            URI address = new URI(url);
            return "https".equalsIgnoreCase(address.getScheme())
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
