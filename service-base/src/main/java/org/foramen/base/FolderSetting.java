package org.foramen.base;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Takes a setting such as {@code ../content} for a place on the disk; Spring would look for it on the website first. */
@Component
@ConfigurationPropertiesBinding
public class FolderSetting implements Converter<String, @Nullable Path> {

    @Override
    public @Nullable Path convert(String place) {
        return place.isBlank() ? null : Path.of(place);
    }
}
