package org.foramen.system.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The keys and kinds of a manifest that Kubernetes does not know: the parser keeps them, and a cluster would drop or refuse them. */
final class Misspellings {

    private static final String MODEL = "io.fabric8.kubernetes.api.model";

    /** Kinds of operators, for which there are no types here. */
    private static final Set<String> FOREIGN = Set.of(
            "monitoring.coreos.com/v1 PrometheusRule",
            "monitoring.coreos.com/v1 ServiceMonitor",
            "kafka.strimzi.io/v1 Kafka",
            "kafka.strimzi.io/v1 KafkaNodePool",
            "kafka.strimzi.io/v1 KafkaUser",
            "postgresql.cnpg.io/v1 Cluster");

    private Misspellings() {}

    static List<String> in(HasMetadata resource) {
        String kind = resource.getApiVersion() + " " + resource.getKind();
        if (resource instanceof GenericKubernetesResource) {
            return FOREIGN.contains(kind) ? List.of() : List.of(kind);
        }
        return below(resource, kind).toList();
    }

    private static Stream<String> below(Object value, String path) {
        if (value instanceof List<?> list) {
            return list.stream().flatMap(each -> below(each, path));
        }
        if (!value.getClass().getName().startsWith(MODEL) || value instanceof Enum<?>) {
            return Stream.of();
        }
        return Arrays.stream(value.getClass().getMethods())
                .filter(method -> method.getName().startsWith("get") && method.getParameterCount() == 0)
                .filter(method -> method.getDeclaringClass() != Object.class)
                .flatMap(method -> property(value, method, path));
    }

    private static Stream<String> property(Object owner, Method getter, String path) {
        try {
            Object value = getter.invoke(owner);
            if (getter.getName().equals("getAdditionalProperties")) {
                return ((Map<?, ?>) value).keySet().stream().map(key -> path + ": " + key);
            }
            return value == null
                    ? Stream.of()
                    : below(value, path + "." + getter.getName().substring(3));
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot ask " + getter, e);
        }
    }
}
