package org.foramen.notifier;

import java.util.Map;
import org.foramen.notifier.settings.NotifierSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

/** The notifier's settings, as they are when nobody sets one. */
public final class Settings {

    private Settings() {}

    public static NotifierSettings defaults() {
        return Binder.get(new MockEnvironment()).bindOrCreate("foramen", NotifierSettings.class);
    }

    /** The same, with one of them set. */
    public static NotifierSettings with(String name, String value) {
        return with(Map.of(name, value));
    }

    /** The same, with some of them set. */
    public static NotifierSettings with(Map<String, String> changes) {
        MockEnvironment environment = new MockEnvironment();
        changes.forEach(environment::setProperty);
        return Binder.get(environment).bindOrCreate("foramen", NotifierSettings.class);
    }
}
