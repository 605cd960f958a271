import dev.linekeeper.conversation.GivenList;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A list of people from the file in the chat to the undo: read, previewed, asked for, approved by two, a few first, stopped by
 * a fault, resumed, tried again, its result compared with the tenant, and taken back. Ends with 1 when an aim is missed.
 */
final class Chat {
    public static void main(String[] arguments) throws Exception {
        Map<String, String> given = new HashMap<>(Map.of(
                "rows",
                "10000",
                "rate",
                "30",
                "browser",
                "no",
                "kill",
                "no",
                "stop",
                "no",
                "replicas",
                "1",
                "undo",
                "yes",
                "seed",
                "1"));
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            given.put(pair[0], pair[1]);
        }
        Path work = Path.of(given.get("work"));
        long seed = Long.parseLong(given.get("seed"));
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var list = GivenList.of(Integer.parseInt(given.get("rows")), seed);
        var teams = new Teams(seed);
        var town = new Town(
                http,
                work,
                list.tenant(),
                List.of(
                        "--latency",
                        "80ms",
                        "--cmdlet-latency",
                        "400ms",
                        "--rate",
                        given.get("rate"),
                        "--directory-rate",
                        "100"));
        List<Replica> replicas = new ArrayList<>();
        for (int each = 0; each < Integer.parseInt(given.get("replicas")); each++) {
            replicas.add(new Replica(
                    http,
                    work,
                    "bot" + each,
                    command(work, town, given),
                    Map.of("IDENTITY_ENDPOINT", town.identity().toString(), "IDENTITY_HEADER", "emulated-identity")));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            replicas.forEach(Replica::kill);
            town.stop();
        }));
        for (Replica replica : replicas) {
            replica.start();
            Crash.await("the bot", 240, () -> {
                if (replica.ended()) {
                    throw new IllegalStateException(replica.log());
                }
                return replica.isReady();
            });
        }
        var desk = new Desk(http, teams, replicas, Town.TENANT, seed);
        Client client = given.get("browser").equals("yes")
                ? (Client) Class.forName("PageClient")
                        .getDeclaredConstructor(String.class, Path.class, Path.class)
                        .newInstance(
                                "http://127.0.0.1:" + replicas.getFirst().port,
                                work.resolve("calls.log"),
                                Path.of(given.getOrDefault("keep", work.toString())))
                : new Wire(teams, desk);
        var journey = new Journey(
                given,
                list,
                town,
                client,
                new Asker(teams, desk),
                replicas,
                new Database(given.get("url"), given.get("user")));
        try {
            journey.go();
        } catch (Exception | AssertionError failed) {
            client.picture("failed");
            failed.printStackTrace();
            journey.missed("it did not come to its end: " + failed.getMessage());
        } finally {
            client.close();
            keep(given, work);
        }
        journey.problems().forEach(problem -> System.out.println("MISSED " + problem));
        System.out.println(journey.problems().isEmpty() ? "ALL AIMS MET" : "NOT ALL AIMS MET");
        System.exit(journey.problems().isEmpty() ? 0 : 1);
    }

    private static void keep(Map<String, String> given, Path work) throws Exception {
        if (given.containsKey("keep")) {
            try (var logs = Files.newDirectoryStream(work, "*.log")) {
                for (Path log : logs) {
                    Files.copy(
                            log,
                            Path.of(given.get("keep")).resolve(log.getFileName()),
                            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** As the image starts it in a container of 2 GB, against a real tenant; all settings but the pace asked for are the defaults. */
    private static List<String> command(Path work, Town town, Map<String, String> given) {
        String heap = "-Xmx" + given.getOrDefault("heap", "1g");
        return Stream.of(
                        Crash.java(),
                        "-XX:+UseSerialGC",
                        "-Xms40m",
                        "-Xmn20m",
                        "-XX:MinHeapFreeRatio=10",
                        "-XX:MaxHeapFreeRatio=20",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:TieredStopAtLevel=1",
                        heap,
                        "-cp",
                        System.getenv("LINEKEEPER_CLASSPATH"),
                        "dev.linekeeper.app.LinekeeperApplication",
                        "--spring.config.additional-location=file:" + town.settings(),
                        "--spring.datasource.url=" + given.get("url"),
                        "--spring.datasource.username=" + given.get("user"),
                        "--linekeeper.data-folder=" + work.resolve("data"),
                        "--linekeeper.playground.personas=ana.ruiz@contoso.example,lee.chen@contoso.example,"
                                + "priya.nair@contoso.example",
                        "--linekeeper.roles.admin=5949c86b-0ee4-5556-9acb-bfa0ff185d45",
                        "--linekeeper.roles.approver=b3c5e9a9-57e7-596a-9ac2-b3f69f9b502f",
                        "--linekeeper.readiness.empty-voice-routing-policy=NoPSTN",
                        "--linekeeper.readiness.emergency-call-routing-policies.[callingPlan/US]=Emergency-US",
                        "--linekeeper.throttle.teams-admin.calls-per-second=" + given.get("rate"),
                        "--linekeeper.throttle.requests-at-once=" + given.getOrDefault("at-once", "128"),
                        "--linekeeper.throttle.directory.calls-per-second=90",
                        "--server.tomcat.accesslog.enabled=true",
                        "--server.tomcat.accesslog.directory=" + work,
                        "--server.tomcat.accesslog.prefix=calls",
                        "--server.tomcat.accesslog.suffix=.log",
                        "--server.tomcat.accesslog.file-date-format=",
                        "--server.tomcat.accesslog.buffered=false",
                        "--server.tomcat.accesslog.pattern=%{begin:msec}t %m %U %s %D")
                .toList();
    }
}
