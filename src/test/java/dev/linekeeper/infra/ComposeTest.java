package dev.linekeeper.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** infra/compose.yaml, as far as it shows without an engine; by hand it was held against the Compose specification's schema. */
class ComposeTest {
    private static final Path INFRA = Path.of("infra");
    private static final Path GUIDE = Path.of("src/docs/operate/install-compose.md");

    /** Of the specification, what is used here: a misspelt one is not among them. */
    private static final Set<String> OF_A_SERVICE = Set.of(
            "build",
            "cap_add",
            "cap_drop",
            "depends_on",
            "entrypoint",
            "environment",
            "healthcheck",
            "image",
            "init",
            "logging",
            "mem_limit",
            "ports",
            "profiles",
            "read_only",
            "restart",
            "secrets",
            "security_opt",
            "stop_grace_period",
            "tmpfs",
            "volumes");

    @TempDir
    private Path folder;

    private final String text = Files.readString(INFRA.resolve("compose.yaml"));
    private final Map<String, Object> compose = new Yaml().load(text);

    ComposeTest() throws IOException {}

    @Test
    void there_is_nothing_that_compose_does_not_know() {
        assertThat(compose.keySet()).containsOnly("x-logging", "services", "secrets", "volumes");
        assertThat(part(compose, "services")).allSatisfy((name, service) -> {
            assertThat(OF_A_SERVICE).containsAll(map(service).keySet());
            named(service, "secrets")
                    .forEach(secret -> assertThat(part(compose, "secrets")).containsKey(secret));
            named(service, "volumes").stream()
                    .filter(volume -> !volume.startsWith("."))
                    .forEach(volume -> assertThat(part(compose, "volumes")).containsKey(volume.split(":")[0]));
        });
    }

    @Test
    void each_identity_has_a_certificate_of_its_own() {
        var settings = part(service("linekeeper"), "environment");

        assertThat(List.of("BOT", "GRAPH_READS", "GRAPH_WRITES"))
                .extracting(identity -> settings.get("LINEKEEPER_%s_CERTIFICATE".formatted(identity)))
                .containsExactly("/run/secrets/bot", "/run/secrets/reads", "/run/secrets/writes");
        assertThat(part(compose, "secrets").values())
                .extracting(secret -> map(secret).get("file"))
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void the_bot_may_no_more_than_it_must() {
        assertThat(service("linekeeper"))
                .containsEntry("read_only", true)
                .containsEntry("init", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"))
                .containsKeys("tmpfs", "mem_limit");
        assertThat(named(service("linekeeper"), "ports")).allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(part(compose, "services")).allSatisfy((name, service) -> {
            assertThat(map(service)).containsKeys("mem_limit", "security_opt");
            assertThat(part(map(service), "logging").toString()).contains("max-size", "max-file");
        });
        assertThat(service("proxy")).containsEntry("profiles", List.of("tls"));
        assertThat(service("dump")).containsEntry("profiles", List.of("dump"));
    }

    /** The same paths as the ingress of Kubernetes: KubernetesTest. */
    @Test
    void the_proxy_has_a_way_to_messages_and_pages_alone() throws IOException {
        assertThat(Files.readString(INFRA.resolve("Caddyfile")))
                .contains("\t@open path /api/messages /help /privacy /terms\n", "respond 404")
                .containsOnlyOnce("reverse_proxy linekeeper:3978");
    }

    @Test
    void the_guide_names_every_variable_that_is_asked_for() throws IOException {
        var asked = found("\\$\\{([A-Z_]+)", text);
        var given = found("(?m)^ {4}([A-Z_]+)=", Files.readString(GUIDE));

        assertThat(given).containsAll(asked);
        assertThat(part(service("linekeeper"), "environment")).allSatisfy((name, value) -> {
            if (value == null) {
                assertThat(name).startsWith("LINEKEEPER_");
            }
        });
    }

    @Test
    void a_dump_has_its_name_once_it_is_whole() throws IOException {
        var shell = new Script(folder);
        shell.standIn("pg_dump", "#!/bin/sh\necho dumped > \"${2#--file=}\"\n");
        shell.standIn("pg_restore", "#!/bin/sh\nexit \"${BROKEN:-0}\"\n");
        var entry = (List<?>) service("dump").get("entrypoint");
        var script = entry.getLast().toString().replace("$$", "$").replace("/dumps", folder.toString());

        assertThat(shell.run(Map.of("BROKEN", "1"), "sh", "-ec", script).status())
                .isNotZero();
        assertThat(dumps()).isEmpty();
        assertThat(shell.run(Map.of(), "sh", "-ec", script).status()).isZero();
        assertThat(dumps()).singleElement().asString().matches(".*linekeeper-\\d{8}T\\d{6}Z\\.dump");
    }

    private List<Path> dumps() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".dump")).toList();
        }
    }

    private Map<String, Object> service(String name) {
        return part(part(compose, "services"), name);
    }

    private static Map<String, Object> part(Map<String, Object> whole, String name) {
        return map(whole.get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static List<String> named(Object service, String list) {
        return map(service).get(list) instanceof List<?> names
                ? names.stream().map(Object::toString).toList()
                : List.of();
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(hit -> hit.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
