import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The demo tenant with people to be enrolled and some more admins, served by the simulator in a process of its own. */
final class Town {
    static final String TENANT = "e9641faa-2085-57b6-9eaa-a34c054d665e";
    static final String LEE = "2bcadb2f-2b54-5310-adc4-3a91a5ed46f6";
    static final String PRIYA = "ab8a3eb0-c8e4-527d-ad37-d7a29118142b";
    static final String SAM = "ebdcdfc7-7e07-532c-948c-dfe8b4fb7c0d";
    static final String INGRID_AUDITOR = "b0f8129b-0cfc-550b-b815-33141382a2a3";
    static final List<String> APPROVERS = List.of(LEE, PRIYA, SAM);
    static final int ADMINS = 4;

    private final HttpClient http;
    private final Path settings;
    private final Process process;
    private final URI address;

    /** Starts the simulator with a tenant. */
    Town(HttpClient http, Path work, ObjectNode tenant, List<String> options) throws IOException, InterruptedException {
        this.http = http;
        Path file = work.resolve("tenant.json");
        Files.writeString(file, tenant.toString());
        settings = work.resolve("simulator.properties");
        List<String> command = new ArrayList<>(List.of(
                Crash.java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getenv("LINEKEEPER_CLASSPATH"),
                "dev.linekeeper.simulator.SimulatorProcess",
                "--tenant",
                file.toString(),
                "--settings",
                settings.toString()));
        command.addAll(options);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("simulator.log").toFile())
                .start();
        Crash.await("the simulator", 120, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(work.resolve("simulator.log")));
            }
            return Files.exists(settings);
        });
        var found = new Properties();
        try (var in = Files.newBufferedReader(settings)) {
            found.load(in);
        }
        address = URI.create(found.getProperty("linekeeper.graph.base-url"));
    }

    Path settings() {
        return settings;
    }

    /** Without the settings a version of before does not know, which would stop its start. */
    Path settingsOfBefore() throws IOException {
        Path ofBefore = settings.resolveSibling("simulator-before.properties");
        Files.write(
                ofBefore,
                Files.readAllLines(settings).stream()
                        .filter(line -> !line.startsWith("linekeeper.embedded-database"))
                        .toList());
        return ofBefore;
    }

    URI identity() {
        return address.resolve("/identity/token");
    }

    static String id(int person) {
        return UUID.nameUUIDFromBytes(upn(person).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    static String upn(int person) {
        return "crash%04d@contoso.example".formatted(person);
    }

    static String admin(int number) {
        return UUID.nameUUIDFromBytes(("admin" + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    JsonNode writes() throws Exception {
        return ask("GET", "writes", "");
    }

    JsonNode people() throws Exception {
        return ask("GET", "people", "");
    }

    /** A storm: faults instead of those there are. */
    void storm(String faults) throws Exception {
        ask("PUT", "faults", "{\"faults\": [%s]}".formatted(faults));
    }

    void calm() throws Exception {
        ask("DELETE", "faults", "");
    }

    /** Somebody else changes something now. */
    void somebody(String change) throws Exception {
        ask("POST", "faults", change);
    }

    /** The counts of calls so far; they begin anew. */
    JsonNode counted() throws Exception {
        JsonNode counts = ask("GET", "statistics", "");
        ask("POST", "statistics", "");
        return counts;
    }

    private JsonNode ask(String method, String what, String body) throws Exception {
        var request = HttpRequest.newBuilder(address.resolve("/emulator/" + what))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("%s: %s".formatted(body, answer.body()));
        }
        return answer.body().isBlank() ? Teams.JSON.createObjectNode() : Teams.JSON.readTree(answer.body());
    }

    static ObjectNode demo() throws IOException {
        return (ObjectNode) Teams.JSON.readTree(Files.readString(Path.of("src/main/resources/demo/tenant.json")));
    }

    static JsonNode person(ObjectNode tenant, String alias) {
        return tenant.path("users")
                .valueStream()
                .filter(person -> person.path("userPrincipalName").asString().startsWith(alias + "@"))
                .findFirst()
                .orElseThrow();
    }

    /** The demo tenant with people to be enrolled, and more admins. */
    static ObjectNode withPeople(int people) throws IOException {
        ObjectNode tenant = demo();
        JsonNode adele = person(tenant, "adele.vance");
        var added = new ArrayList<ObjectNode>();
        for (int each = 0; each < people; each++) {
            added.add(like(adele, id(each), upn(each), "Crash %04d".formatted(each)));
        }
        var admins = (ObjectNode) tenant.path("groups")
                .valueStream()
                .filter(group -> group.path("displayName").asString().equals("Voice Admins"))
                .findFirst()
                .orElseThrow();
        for (int each = 0; each < ADMINS; each++) {
            added.add(like(adele, admin(each), "voice-admin%d@contoso.example".formatted(each), "Admin " + each));
            admins.withArrayProperty("members").add(admin(each));
        }
        tenant.withArrayProperty("users").addAll(added);
        return tenant;
    }

    static ObjectNode like(JsonNode model, String id, String upn, String name) {
        return ((ObjectNode) model.deepCopy())
                .put("id", id)
                .put("userPrincipalName", upn)
                .put("displayName", name)
                .put("usageLocation", "US");
    }

    void stop() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
