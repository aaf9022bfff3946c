package org.foramen.content.file;

import java.util.regex.Pattern;

/** How an entry must look that names a mailbox. */
public final class MailAddress {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\".]+");

    private MailAddress() {}

    public static boolean isOne(String value) {
        return ADDRESS.matcher(value).matches();
    }
}
