package dev.linekeeper.infra;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** What an overlay of infra/kubernetes comes to, in the types of Kubernetes. */
record Manifests(List<Object> all) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, Manifests> READ = new ConcurrentHashMap<>();
    private static final Map<String, Class<?>> KINDS = Stream.of(
                    ConfigMap.class,
                    Deployment.class,
                    Ingress.class,
                    Namespace.class,
                    NetworkPolicy.class,
                    PodDisruptionBudget.class,
                    PrometheusRule.class,
                    Service.class,
                    ServiceAccount.class,
                    ServiceMonitor.class)
            .collect(TreeMap::new, (kinds, type) -> kinds.put(type.getSimpleName(), type), Map::putAll);

    /** By kubectl of 1.25 or newer, whose kustomize knows labels, asked once; without one the test is not run and says so. */
    static Manifests of(String overlay) throws IOException, InterruptedException {
        var known = READ.get(overlay);
        if (known == null) {
            known = kustomized(overlay);
            READ.put(overlay, known);
        }
        return known;
    }

    private static Manifests kustomized(String overlay) throws IOException, InterruptedException {
        Process kubectl;
        try {
            kubectl = new ProcessBuilder("kubectl", "kustomize", "infra/kubernetes/overlays/" + overlay)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException _) {
            return abort("kubectl is not installed: nobody has looked at infra/kubernetes/overlays/" + overlay);
        }
        var text = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (kubectl.waitFor() != 0) {
            throw new AssertionError("kubectl kustomize failed for " + overlay);
        }
        return read(text);
    }

    static Manifests read(String yaml) {
        return new Manifests(StreamSupport.stream(new Yaml().loadAll(yaml).spliterator(), false)
                .map(document -> (Map<?, ?>) document)
                .<Object>map(document -> MAPPER.convertValue(document, KINDS.get(String.valueOf(document.get("kind")))))
                .toList());
    }

    <T> T one(Class<T> type) {
        return all.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((first, second) -> {
                    throw new AssertionError("two of " + type.getSimpleName());
                })
                .orElseThrow();
    }

    /** The places of what the types do not know: Kubernetes would leave it out without a word. */
    List<String> unknown() {
        var found = new ArrayList<String>();
        all.forEach(document -> look(document, document.getClass().getSimpleName(), found));
        return found;
    }

    private static void look(Object value, String place, List<String> found) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((key, child) -> look(child, place + "." + key, found));
            case Collection<?> list -> list.forEach(child -> look(child, place + "[]", found));
            case Object part
            when part.getClass().getName().startsWith("io.fabric8.") -> {
                for (var getter : part.getClass().getMethods()) {
                    if (getter.getName().matches("get[A-Z].*")
                            && getter.getParameterCount() == 0
                            && !getter.getName().equals("getClass")) {
                        look(part, getter, place, found);
                    }
                }
            }
            case null, default -> {}
        }
    }

    private static void look(Object part, Method getter, String place, List<String> found) {
        try {
            var child = getter.invoke(part);
            if (!getter.getName().equals("getAdditionalProperties")) {
                look(child, place + "." + getter.getName().substring(3), found);
            } else if (child instanceof Map<?, ?> more) {
                more.keySet().forEach(name -> found.add(place + "." + name));
            }
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
