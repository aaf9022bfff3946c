package org.foramen.notifier;

import java.nio.file.Path;
import org.foramen.content.ClinicContent;

/** The clinic's content as it ships, read once for all tests of a process; who changes something, does so in a copy. */
public final class ShippedContent {

    public static final ClinicContent CONTENT = ClinicContent.load(Path.of("../content"));

    private ShippedContent() {}
}
