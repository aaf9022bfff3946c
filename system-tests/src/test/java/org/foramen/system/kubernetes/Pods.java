package org.foramen.system.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The services' pods in some manifests, and what is asked of them. */
final class Pods {

    private Pods() {}

    static Map<String, PodTemplateSpec> of(Manifests manifests) {
        Map<String, PodTemplateSpec> pods = new TreeMap<>();
        manifests
                .of(StatefulSet.class)
                .forEach(set ->
                        pods.put(set.getMetadata().getName(), set.getSpec().getTemplate()));
        manifests
                .of(Deployment.class)
                .forEach(set ->
                        pods.put(set.getMetadata().getName(), set.getSpec().getTemplate()));
        return pods;
    }

    static Container only(PodTemplateSpec pod) {
        return pod.getSpec().getContainers().get(0);
    }

    /** What a security officer would object to, in a word each. */
    static List<String> weaknesses(PodTemplateSpec pod) {
        PodSpec spec = pod.getSpec();
        Container container = only(pod);
        List<String> ports =
                container.getPorts().stream().map(ContainerPort::getName).toList();
        Map<String, Boolean> asked = new TreeMap<>();
        asked.put("one container", spec.getContainers().size() == 1);
        asked.put("no token", Boolean.FALSE.equals(spec.getAutomountServiceAccountToken()));
        asked.put("no service links", Boolean.FALSE.equals(spec.getEnableServiceLinks()));
        asked.put("not root", Boolean.TRUE.equals(spec.getSecurityContext().getRunAsNonRoot()));
        asked.put(
                "the image's user",
                Long.valueOf(10001).equals(spec.getSecurityContext().getRunAsUser()));
        asked.put(
                "seccomp",
                "RuntimeDefault"
                        .equals(spec.getSecurityContext().getSeccompProfile().getType()));
        asked.put(
                "read-only", Boolean.TRUE.equals(container.getSecurityContext().getReadOnlyRootFilesystem()));
        asked.put(
                "no escalation",
                Boolean.FALSE.equals(container.getSecurityContext().getAllowPrivilegeEscalation()));
        asked.put(
                "no capabilities",
                List.of("ALL")
                        .equals(container.getSecurityContext().getCapabilities().getDrop()));
        asked.put("a limit of memory", container.getResources().getLimits().containsKey("memory"));
        asked.put(
                "spread over nodes and zones",
                spec.getTopologySpreadConstraints().size() == 2);
        asked.put(
                "probes",
                Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                        .allMatch(probe -> asks(probe, ports)));
        return asked.entrySet().stream()
                .filter(each -> !each.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    static Map<String, ConfigMap> configMaps(Manifests manifests) {
        return manifests.of(ConfigMap.class).stream()
                .collect(Collectors.toMap(map -> map.getMetadata().getName(), map -> map));
    }

    static List<String> configMapsOf(PodTemplateSpec pod) {
        return only(pod).getEnvFrom().stream()
                .map(from -> from.getConfigMapRef().getName())
                .toList();
    }

    /** Each environment variable with its value; nothing for one that comes from a secret. */
    static Map<String, String> variablesOf(Manifests manifests) {
        Map<String, String> variables = new TreeMap<>();
        configMaps(manifests).values().forEach(map -> variables.putAll(map.getData()));
        of(manifests).values().stream()
                .flatMap(pod -> only(pod).getEnv().stream())
                .forEach(variable ->
                        variables.put(variable.getName(), Objects.requireNonNullElse(variable.getValue(), "")));
        return variables;
    }

    /** The names of the secrets that must be there. */
    static TreeSet<String> secretsOf(Manifests manifests) {
        return of(manifests).values().stream()
                .flatMap(pod -> Stream.concat(
                        only(pod).getEnv().stream()
                                .map(EnvVar::getValueFrom)
                                .filter(Objects::nonNull)
                                .map(from -> from.getSecretKeyRef().getName()),
                        pod.getSpec().getVolumes().stream()
                                .filter(volume -> volume.getSecret() != null)
                                .map(volume -> volume.getSecret().getSecretName())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What services, budgets and network policies take for a pod of ours. */
    static List<LabelSelector> selectorsOf(Manifests manifests) {
        return Stream.of(
                        manifests.of(Service.class).stream()
                                .map(service -> new LabelSelector(
                                        List.of(), service.getSpec().getSelector())),
                        manifests.of(PodDisruptionBudget.class).stream()
                                .map(budget -> budget.getSpec().getSelector()),
                        manifests.of(NetworkPolicy.class).stream()
                                .map(policy -> policy.getSpec().getPodSelector()))
                .flatMap(selectors -> selectors)
                .toList();
    }

    static boolean fits(LabelSelector selector, PodTemplateSpec pod) {
        Map<String, String> labels = pod.getMetadata().getLabels();
        return labels.entrySet().containsAll(selector.getMatchLabels().entrySet())
                && selector.getMatchExpressions().stream()
                        .allMatch(in -> in.getValues().contains(labels.get(in.getKey())));
    }

    private static boolean asks(Probe probe, List<String> ports) {
        return probe != null
                && ports.contains(probe.getHttpGet().getPort().getStrVal())
                && probe.getHttpGet().getPath().matches("/actuator/health/(liveness|readiness)");
    }
}
