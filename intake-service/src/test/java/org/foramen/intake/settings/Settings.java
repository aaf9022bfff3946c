package org.foramen.intake.settings;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings with their defaults, but for those that a test names. */
public final class Settings {

    private Settings() {}

    public static AbuseSettings abuse(String... namesAndValues) {
        return bind("foramen.abuse", AbuseSettings.class, namesAndValues);
    }

    public static IntakeSettings intake(Path data, String... namesAndValues) {
        String[] all = Arrays.copyOf(namesAndValues, namesAndValues.length + 2);
        all[namesAndValues.length] = "data";
        all[namesAndValues.length + 1] = data.toString();
        return bind("foramen", IntakeSettings.class, all);
    }

    private static <T> T bind(String prefix, Class<T> type, String... namesAndValues) {
        Map<String, String> values = new TreeMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            values.put(prefix + "." + namesAndValues[at], namesAndValues[at + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate(prefix, Bindable.of(type));
    }
}
