package org.foramen.base;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationPropertiesBean;
import org.springframework.context.ApplicationListener;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** Names what looks like a setting of ours and is none: one that is misspelt would silently keep its default. */
class UnknownSettings implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger log = LoggerFactory.getLogger(UnknownSettings.class);
    private static final Pattern OURS = Pattern.compile("(?i)foramen[._].*");

    /** Kubernetes gives each pod the addresses of its neighbours. */
    private static final Pattern NEIGHBOUR = Pattern.compile(".*_SERVICE_(HOST|PORT.*)|.*_PORT(_\\d+_.*)?");

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        Set<String> known = ConfigurationPropertiesBean.getAll(ready.getApplicationContext()).values().stream()
                .filter(bean -> bean.getAnnotation().prefix().startsWith("foramen"))
                .flatMap(bean -> names(
                        bean.getAnnotation().prefix(),
                        requireNonNull(bean.getInstance()).getClass()))
                .collect(Collectors.toSet());
        Set<String> unknown = in(ready.getApplicationContext().getEnvironment(), known);
        if (!unknown.isEmpty()) {
            log.warn("No settings of this service, and without effect here: {}", String.join(", ", unknown));
        }
    }

    /** Patterns of the names of all settings of a record and of the records in it, without what divides their words. */
    static Stream<String> names(String prefix, Class<?> type) {
        return namesIn(canonical(prefix), type);
    }

    private static Stream<String> namesIn(String prefix, Class<?> type) {
        return Stream.of(type.getRecordComponents()).flatMap(part -> names(prefix + canonical(part.getName()), part));
    }

    private static Stream<String> names(String name, RecordComponent part) {
        if (Map.class.isAssignableFrom(part.getType())) {
            return Stream.of(name + ".+");
        }
        Class<?> entry = ResolvableType.forType(part.getGenericType())
                .as(Collection.class)
                .getGeneric(0)
                .toClass(); // Object where it is no list
        if (entry.isRecord()) {
            return namesIn(name + "\\d+", entry);
        }
        return part.getType().isRecord() ? namesIn(name, part.getType()) : Stream.of(name + "\\d*");
    }

    static Set<String> in(ConfigurableEnvironment environment, Set<String> known) {
        Predicate<String> isKnown = Pattern.compile(String.join("|", known)).asMatchPredicate();
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(name -> OURS.matcher(name).matches())
                .filter(name -> !isKnown.test(canonical(name)))
                .filter(name -> !NEIGHBOUR.matcher(name).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String canonical(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
