package org.foramen.notifier.checkmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What docs/mail-providers.md has to copy. */
final class ProviderPage {

    private static final Path PAGE = Path.of("../docs/mail-providers.md");
    private static final Pattern SETTING = Pattern.compile("^    ([A-Z_]+)=(.+)$", Pattern.MULTILINE);

    private ProviderPage() {}

    /** The settings of a section, as they stand there. */
    static Map<String, String> settings(String section) throws IOException {
        String[] parts = Files.readString(PAGE).split("\n## " + section + "\n", 2);
        assertThat(parts).as("the section '%s' of %s", section, PAGE).hasSize(2);
        Map<String, String> settings = new LinkedHashMap<>();
        Matcher found = SETTING.matcher(parts[1].split("\n## ", 2)[0]);
        while (found.find()) {
            settings.put(found.group(1), found.group(2));
        }
        return settings;
    }
}
