package dev.linekeeper.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.settings.LinekeeperProperties;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever infra and the documents tell people to set, there is such a setting. */
class SettingsInDocumentsTest {
    /** The contract suite over a real tenant has variables of its own. */
    private static final Pattern VARIABLE = Pattern.compile("\\bLINEKEEPER_(?!CONTRACT_)[A-Z0-9_]*[A-Z0-9]");

    private static final Pattern KEY = Pattern.compile("\\blinekeeper(?:\\.[a-z][a-z0-9-]*)+");
    /** Addresses, files and packages that begin like a setting. */
    private static final Pattern OTHER = Pattern.compile(
            "linekeeper\\.(jar|aot|password|pem|json|ps1|yaml|bicep|azurecr|app|core|adapter|service|settings|simulator|chat|template)\\b.*");

    /** Components that cannot have the name of their key in Java. */
    private static final Map<String, String> NAMED = Map.of("afterCanary", "continue");

    private static final Set<String> KEYS = new TreeSet<>();

    static {
        collect("linekeeper", LinekeeperProperties.class);
    }

    private static void collect(String prefix, Class<?> type) {
        for (RecordComponent part : type.getRecordComponents()) {
            var key = prefix + "."
                    + NAMED.getOrDefault(part.getName(), part.getName())
                            .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                            .toLowerCase(Locale.ROOT);
            KEYS.add(key);
            if (part.getType().isRecord()) {
                collect(key, part.getType());
            }
        }
    }

    @Test
    void every_environment_variable_is_that_of_a_setting() throws IOException {
        var variables = KEYS.stream()
                .map(key -> key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());

        assertThat(found(VARIABLE))
                .isNotEmpty()
                .allSatisfy((variable, where) ->
                        assertThat(variables).as("in %s", where).contains(variable));
    }

    @Test
    void in_azure_the_heads_of_the_trail_are_noted_on_a_share_that_is_mounted() throws IOException {
        String bicep = Files.readString(Path.of("infra/modules/app.bicep"));
        assertThat(bicep)
                .contains("{ name: 'LINEKEEPER_AUDIT_ANCHOR_FILE', value: '/anchors' }")
                .contains("{ volumeName: 'anchors', mountPath: '/anchors' }")
                .containsPattern(
                        "volumes: isPlaceholder[^{]*\\{\\s+name: 'anchors'\\s+storageType: 'AzureFile'\\s+storageName:"
                                + " anchors.name")
                .contains("azureFile:", "accessMode: 'ReadWrite'");
    }

    @Test
    void every_key_is_a_setting_or_begins_some() throws IOException {
        assertThat(found(KEY)).isNotEmpty().allSatisfy((key, where) -> {
            if (!OTHER.matcher(key).matches()) {
                assertThat(KEYS.stream()
                                .anyMatch(known ->
                                        known.equals(key) || known.startsWith(key + ".") || isMapOf(known, key)))
                        .as("%s in %s", key, where)
                        .isTrue();
            }
        });
    }

    /** The keys of a map are the tenant's own. */
    private static boolean isMapOf(String known, String key) {
        return known.endsWith("-routing-policies") && key.startsWith(known + ".");
    }

    private static Map<String, Path> found(Pattern pattern) throws IOException {
        var files = new HashSet<Path>();
        for (var folder : List.of("infra", "src/docs")) {
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                all.filter(
                                file -> file.toString()
                                        .matches(
                                                ".*\\.(md|yaml|bicep|bicepparam|sh|ps1)|.*(Dockerfile|Caddyfile|settings\\.env)"))
                        .forEach(files::add);
            }
        }
        files.add(Path.of("README.md"));
        files.add(Path.of("azure.yaml"));
        var found = new java.util.TreeMap<String, Path>();
        for (Path file : files) {
            pattern.matcher(Files.readString(file)).results().forEach(hit -> found.put(hit.group(), file));
        }
        return found;
    }
}
