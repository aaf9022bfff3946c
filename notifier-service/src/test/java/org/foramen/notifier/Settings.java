package org.foramen.notifier;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

/** The notifier's settings, as they are when nobody sets one. */
public final class Settings {

    private Settings() {}

    public static NotifierSettings defaults() {
        return Binder.get(new MockEnvironment()).bindOrCreate("foramen", NotifierSettings.class);
    }
}
