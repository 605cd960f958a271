import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Enrols many people through chat: one asks for everybody, another approves everything, and the simulator counts what
 * its services were asked between the first approval and the last completed request. Started by enrol.sh; ends with 1
 * when something was lost, written twice, asked for too often, or slower than it may be. Each cmdlet takes 0.4 s, as a real one.
 */
class Bulk {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ANA_ADMIN = "5e43303f-8f5c-57de-abb6-c2c813ee3de4";
    private static final String LEE_APPROVER = "2bcadb2f-2b54-5310-adc4-3a91a5ed46f6";
    private static final String PRIYA_APPROVER = "ab8a3eb0-c8e4-527d-ad37-d7a29118142b";
    private static final List<String> DECIDING = List.of(ANA_ADMIN, LEE_APPROVER, PRIYA_APPROVER);
    private static final String TENANT = "e9641faa-2085-57b6-9eaa-a34c054d665e";
    private static final Set<String> UNDER_WAY = Set.of("Pending", "Approved", "Applying", "NeedsFreshLook");
    private static final int PER_MESSAGE = 10;
    private static final String STATEMENTS = """
        select sum(calls), sum(total_exec_time), sum(rows), 'statements in all' from pg_stat_statements
        union all (select calls, total_exec_time, rows, left(query, 130) from pg_stat_statements
            order by total_exec_time desc limit 45)
        """;

    /** Of one batch, to the requester and each of two approvers, however many people it is for. */
    private static final int MOST_MESSAGES = 50;

    private static final double MOST_CALLS = 3;
    private static final int MANY = 500;

    private final Map<String, String> given;
    private final Path work;
    private final int people;
    private final int rate;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger cards = new AtomicInteger();
    private final Map<String, AtomicInteger> cardsTo = new ConcurrentHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private HttpServer connector;
    private Process simulator;
    private final List<Replica> bots = new ArrayList<>();
    private URI simulatorAddress;
    private double callsOfAsking;

    /** A process of the bot over the database they share. */
    private static final class Replica {
        private final int port;
        private final String log;
        private Process process;

        Replica(int port, String log) {
            this.port = port;
            this.log = log;
        }
    }

    private Bulk(Map<String, String> given) {
        this.given = given;
        this.work = Path.of(given.get("work"));
        this.people = Integer.parseInt(given.get("people"));
        this.rate = Integer.parseInt(given.get("rate"));
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> given = new HashMap<>(Map.of(
                "people", "1000", "rate", "30", "latency", "80ms", "mishaps", "0", "kill", "no", "seed", "1", "at-once",
                "8", "workers", "2", "voice", "on", "batch", "no"));
        given.putAll(Map.of("replicas", "1", "only", ""));
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            given.put(pair[0], pair[1]);
        }
        var bulk = new Bulk(given);
        try {
            bulk.run();
        } finally {
            bulk.stop();
        }
        bulk.problems.forEach(problem -> System.out.println("PROBLEM " + problem));
        System.exit(bulk.problems.isEmpty() ? 0 : 1);
    }

    private void run() throws Exception {
        connector = connector();
        startSimulator();
        JsonNode before = simulator("people", "GET");
        for (int each = 1; each <= Integer.parseInt(given.get("replicas")); each++) {
            bots.add(new Replica(freePort(), "bot%d.log".formatted(each)));
            start(bots.getLast());
        }
        for (String person : isOneBatch() ? DECIDING : List.of(ANA_ADMIN, LEE_APPROVER)) {
            say(person, "hello");
        }
        simulator("statistics", "POST");
        if (isOneBatch()) {
            askAtOnce("preview");
            callsOfAsking = countCalls("asking for the preview", simulator("statistics", "GET"));
            if (given.get("only").equals("preview")) {
                return;
            }
            simulator("statistics", "POST");
            askAtOnce("submit");
            callsOfAsking += countCalls("asking", simulator("statistics", "GET"));
        } else {
            ask();
        }
        simulator("statistics", "POST");
        boolean counts = countStatements();
        long cpu = processorTime();
        long began = System.nanoTime();
        Thread approving = Thread.ofPlatform().start(this::approve);
        double seconds = waitUntilDone(began);
        approving.join();
        System.out.printf(
                "processor time: %.1f s of the bot, load %.1f%n",
                (processorTime() - cpu) / 1e9,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        if (counts) {
            reportStatements();
        }
        report(seconds, simulator("statistics", "GET"));
        checkState(before, simulator("people", "GET"));
        checkAudit();
    }

    // The two processes

    private void startSimulator() throws Exception {
        Path tenant = work.resolve("tenant.json");
        Files.writeString(tenant, tenant());
        Path settings = work.resolve("simulator.properties");
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getenv("LINEKEEPER_CLASSPATH"),
                "dev.linekeeper.simulator.SimulatorProcess",
                "--tenant",
                tenant.toString(),
                "--settings",
                settings.toString(),
                "--latency",
                given.get("latency"),
                "--cmdlet-latency",
                "400ms",
                "--rate",
                given.get("rate"),
                "--directory-rate",
                "100",
                "--seed",
                given.get("seed")));
        if (Double.parseDouble(given.get("mishaps")) > 0) {
            command.addAll(List.of("--mishaps", given.get("mishaps")));
        }
        simulator = process(command, "simulator.log", Map.of());
        await("the simulator", () -> Files.exists(settings) || fails(simulator, "simulator.log"));
        var found = new Properties();
        try (var in = Files.newBufferedReader(settings)) {
            found.load(in);
        }
        simulatorAddress = URI.create(found.getProperty("linekeeper.graph.base-url"));
    }

    /** As for a real tenant: tokens from the machine's identity, PowerShell as a child process, the database outside. */
    private void start(Replica bot) throws Exception {
        List<String> command = new ArrayList<>(botCommand(bot));
        command.addAll(1, List.of(given.getOrDefault("jvm", "-Xmx512m").split(" ")));
        bot.process = process(command, bot.log, identity());
        await("the bot", () -> isReady(bot) || fails(bot.process, bot.log));
    }

    private List<String> botCommand(Replica bot) {
        return List.of(
                java(),
                "-Xmx512m",
                "-cp",
                System.getenv("LINEKEEPER_CLASSPATH"),
                "dev.linekeeper.app.LinekeeperApplication",
                "--server.port=" + bot.port,
                "--spring.config.additional-location=file:" + work.resolve("simulator.properties"),
                "--spring.datasource.url=" + given.get("url"),
                "--spring.datasource.username=" + given.get("user"),
                "--linekeeper.data-folder=" + work.resolve("data-" + bot.port),
                "--linekeeper.roles.admin=5949c86b-0ee4-5556-9acb-bfa0ff185d45",
                "--linekeeper.roles.approver=b3c5e9a9-57e7-596a-9ac2-b3f69f9b502f",
                "--linekeeper.readiness.empty-voice-routing-policy=NoPSTN",
                "--linekeeper.readiness.emergency-call-routing-policies.[callingPlan/US]=Emergency-US",
                "--linekeeper.powershell.workers=" + given.get("workers"),
                "--linekeeper.throttle.teams-admin.calls-per-second=" + rate,
                "--linekeeper.throttle.teams-admin.at-once=" + given.get("at-once"),
                "--linekeeper.pace.per-person=1000000",
                "--linekeeper.pace.per-conversation=1000000",
                "--linekeeper.throttle.directory.calls-per-second=90",
                "--linekeeper.throttle.powershell.calls-per-second=100");
    }

    private Map<String, String> identity() {
        return Map.of(
                "IDENTITY_ENDPOINT",
                simulatorAddress.resolve("/identity/token").toString(),
                "IDENTITY_HEADER",
                "emulated-identity");
    }

    private boolean isReady(Replica bot) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.port + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean fails(Process process, String log) throws IOException {
        if (!process.isAlive()) {
            List<String> lines = Files.readAllLines(work.resolve(log));
            throw new IllegalStateException(String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - 20), lines.size())));
        }
        return false;
    }

    private Process process(List<String> command, String log, Map<String, String> environment) throws IOException {
        // The class path is long: the arguments go into a file.
        Path arguments = work.resolve(log.replace(".log", ".arguments"));
        Files.write(
                arguments,
                command.stream()
                        .skip(1)
                        .map(argument -> "\"%s\"".formatted(argument))
                        .toList());
        var builder = new ProcessBuilder(command.getFirst(), "@" + arguments)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(work.resolve(log).toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private void stop() throws Exception {
        if (given.containsKey("jvm")) {
            // So that a recording is written.
            bots.stream().map(bot -> bot.process).forEach(Process::destroy);
            for (Replica bot : bots) {
                bot.process.waitFor(30, TimeUnit.SECONDS);
            }
        }
        bots.forEach(bot -> stop(bot.process));
        stop(simulator);
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
        if (connector != null) {
            connector.stop(0);
        }
    }

    private static void stop(Process process) {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    // What people say

    /** Whoever could not be asked for, because something went wrong, is asked for again, as a person would. */
    private void ask() throws Exception {
        long began = System.nanoTime();
        int rounds = 0;
        for (List<Integer> missing = missing(); !missing.isEmpty() && rounds < 20; missing = missing()) {
            List<Callable<Void>> messages = new ArrayList<>();
            for (int first = 0; first < missing.size(); first += PER_MESSAGE) {
                List<String> names = missing.subList(first, Math.min(missing.size(), first + PER_MESSAGE)).stream()
                        .map(Bulk::name)
                        .toList();
                messages.add(() -> say(ANA_ADMIN, "enrol %s with Seattle".formatted(String.join(", ", names))));
            }
            inParallel(messages, 4);
            Thread.sleep(2000);
            rounds++;
        }
        System.out.printf(
                "asked: %d requests in %.0f s and %d rounds%n", people, (System.nanoTime() - began) / 1e9, rounds);
    }

    private boolean isOneBatch() {
        return given.get("batch").equals("yes");
    }

    /** All of them in one request, submitted by a process beside the bot: nobody types so many names. */
    private void askAtOnce(String what) throws Exception {
        List<String> command = new ArrayList<>(botCommand(bots.getFirst()));
        command.set(command.indexOf("dev.linekeeper.app.LinekeeperApplication"), "src/bench/bulk/SubmitBatch.java");
        command.add(what);
        command.add(ANA_ADMIN);
        for (int each = 0; each < people; each++) {
            command.add(id(each));
        }
        int ended = process(command, what + ".log", identity()).waitFor();
        List<String> said = Files.readAllLines(work.resolve(what + ".log"));
        if (ended != 0) {
            throw new IllegalStateException(String.join("\n", said));
        }
        said.stream().filter(line -> line.startsWith(what + ": ")).forEach(System.out::println);
    }

    private double countCalls(String what, JsonNode statistics) {
        int calls = 0;
        for (var surface : statistics.properties()) {
            int accepted = 0;
            for (JsonNode kind : surface.getValue()) {
                accepted += kind.path("accepted").asInt();
            }
            System.out.printf("%s: %d calls of %s%n", what, accepted, surface.getKey());
            calls += surface.getKey().equals("powershell") ? 0 : accepted;
        }
        return calls / (double) people;
    }

    private List<Integer> missing() throws SQLException {
        Set<String> asked = new HashSet<>(column("select person from request"));
        List<Integer> missing = new ArrayList<>();
        for (int each = 0; each < people; each++) {
            if (!asked.contains(id(each))) {
                missing.add(each);
            }
        }
        return missing;
    }

    private void approve() {
        try {
            for (int round = 0; round < 20; round++) {
                List<String> pending = column("select number from batch where state = 'awaiting' union all"
                        + " select number from request where state = 'Pending' and batch is null order by 1");
                if (pending.isEmpty()) {
                    return;
                }
                inParallel(
                        pending.stream()
                                .<Callable<Void>>map(number -> () -> approve(number))
                                .toList(),
                        16);
                Thread.sleep(2000);
            }
        } catch (Exception failed) {
            problems.add("approving: " + failed);
        }
    }

    /** A batch of fifty and more is of high risk: it takes two, and from each a second yes. */
    private Void approve(String number) throws Exception {
        for (String approver : isOneBatch() ? List.of(LEE_APPROVER, PRIYA_APPROVER) : List.of(LEE_APPROVER)) {
            say(approver, "approve SC-" + number);
            if (isOneBatch()) {
                Thread.sleep(2000);
                say(approver, "confirm SC-" + number);
                Thread.sleep(2000);
            }
        }
        return null;
    }

    private double waitUntilDone(long began) throws Exception {
        boolean kill = given.get("kill").equals("yes");
        int kills = 0;
        int seen = -1;
        while (true) {
            var states = states();
            int completed = states.getOrDefault("Completed", 0);
            if (completed / 100 != seen) {
                seen = completed / 100;
                System.out.printf("%5.0f s %s%n", (System.nanoTime() - began) / 1e9, states);
            }
            if (kill && completed >= people * (kills + 1) / (bots.size() + 1)) {
                Replica bot = bots.get(kills++);
                kill = kills < bots.size();
                bot.process.destroyForcibly().waitFor();
                System.out.printf("%5.0f s kill -9 with %d completed%n", (System.nanoTime() - began) / 1e9, completed);
                start(bot);
                System.out.printf("%5.0f s up again%n", (System.nanoTime() - began) / 1e9);
                approve();
            }
            if (states.keySet().stream().noneMatch(UNDER_WAY::contains)) {
                double seconds = (System.nanoTime() - began) / 1e9;
                System.out.printf("%5.0f s %s%n", seconds, states);
                if (completed != people) {
                    problems.add("not everybody is enrolled: " + states);
                }
                return seconds;
            }
            boolean alive = bots.stream().allMatch(bot -> bot.process.isAlive());
            if (!alive || (System.nanoTime() - began) / 1e9 > 3600) {
                problems.add("a bot ended (%s), or it took an hour: %s".formatted(!alive, states));
                return 3600;
            }
            Thread.sleep(500);
        }
    }

    private Void say(String person, String text) throws Exception {
        ObjectNode activity = JSON.createObjectNode()
                .put("type", "message")
                .put("id", UUID.randomUUID().toString())
                .put("timestamp", "2026-11-25T10:00:00Z")
                .put("channelId", "msteams")
                .put("locale", "en-GB")
                .put(
                        "serviceUrl",
                        "http://127.0.0.1:%d/".formatted(connector.getAddress().getPort()))
                .put("text", text);
        activity.putObject("from").put("id", "29:" + person).put("aadObjectId", person);
        activity.putObject("recipient").put("id", "28:linekeeper");
        activity.putObject("conversation")
                .put("id", "a:" + person)
                .put("conversationType", "personal")
                .put("tenantId", TENANT);
        activity.putObject("channelData").putObject("tenant").put("id", TENANT);
        // Whichever replica the balancer picks, of those that run.
        int port = bots.get((int) (Math.random() * bots.size())).port;
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/messages"))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofString(activity.toString()))
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 200 && status != 202) {
                problems.add("\"%s\" was answered with %d".formatted(text, status));
            }
        } catch (IOException gone) {
            if (given.get("kill").equals("no")) {
                problems.add("\"%s\" was not answered: %s".formatted(text, gone));
            }
        }
        return null;
    }

    private static void inParallel(List<Callable<Void>> work, int atOnce) throws Exception {
        try (var threads = Executors.newFixedThreadPool(atOnce)) {
            for (var future : threads.invokeAll(work)) {
                future.get();
            }
        }
    }

    /** Teams: takes every message and card. */
    private HttpServer connector() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            DECIDING.stream()
                    .filter(exchange.getRequestURI().getPath()::contains)
                    .forEach(person -> cardsTo.computeIfAbsent(person, _ -> new AtomicInteger())
                            .incrementAndGet());
            byte[] id = "{\"id\":\"1:%d\"}".formatted(cards.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, id.length);
            try (var out = exchange.getResponseBody()) {
                out.write(id);
            }
        });
        server.start();
        return server;
    }

    // What came of it

    private Map<String, Integer> states() throws SQLException {
        Map<String, Integer> states = new TreeMap<>();
        try (var connection = DriverManager.getConnection(given.get("url"), given.get("user"), "");
                var rows = connection
                        .createStatement()
                        .executeQuery("select state, count(*) from request group by state")) {
            while (rows.next()) {
                states.put(rows.getString(1), rows.getInt(2));
            }
        }
        return states;
    }

    private List<String> column(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (var connection = DriverManager.getConnection(given.get("url"), given.get("user"), "");
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private void report(double seconds, JsonNode statistics) {
        System.out.printf(
                "%nenrolled: %d people in %.0f s, %d messages and cards sent to Teams%n", people, seconds, cards.get());
        System.out.println("of these to the requester and the approvers: " + cardsTo.values());
        cardsTo.forEach((person, count) -> {
            if (isOneBatch() && count.get() > MOST_MESSAGES) {
                problems.add("%s was sent %d messages and cards of one batch".formatted(person, count.get()));
            }
        });
        int accepted = 0;
        int rejected = 0;
        int repeated = 0;
        int graph = 0;
        for (var surface : statistics.properties()) {
            int surfaceAccepted = 0;
            System.out.println(surface.getKey());
            for (var kind : surface.getValue().properties()) {
                JsonNode count = kind.getValue();
                surfaceAccepted += count.path("accepted").asInt();
                rejected += count.path("rejected").asInt();
                repeated += count.path("repeatedWrites").asInt();
                System.out.printf(
                        "  %6d accepted %4d rejected %4d spoilt %5d writes %2d again  %5.2f a person  %s%n",
                        count.path("accepted").asInt(),
                        count.path("rejected").asInt(),
                        count.path("failed").asInt(),
                        count.path("writes").asInt(),
                        count.path("repeatedWrites").asInt(),
                        count.path("accepted").asInt() / (double) people,
                        kind.getKey());
            }
            accepted += surfaceAccepted;
            System.out.printf(
                    "  %6d accepted = %.2f a second, %.1f a person%n",
                    surfaceAccepted, surfaceAccepted / seconds, surfaceAccepted / (double) people);
            graph += surface.getKey().equals("powershell") ? 0 : surfaceAccepted;
        }
        aims(seconds, graph / (double) people + callsOfAsking);
        double turnedAway = 100.0 * rejected / (accepted + rejected);
        System.out.printf(
                "rejected: %d of %d calls, %.2f %%; written twice: %d%n",
                rejected, accepted + rejected, turnedAway, repeated);
        if (turnedAway > 1) {
            problems.add("%.2f %% of calls were rejected".formatted(turnedAway));
        }
        if (repeated > 0) {
            problems.add("%d writes were made twice".formatted(repeated));
        }
    }

    /**
     * What an enrolment among many may take: three calls to Graph, and at 30 a second 120 s for a thousand who have voice
     * already. Few people are not asked for together.
     */
    private void aims(double seconds, double callsToGraph) {
        System.out.printf(
                "Graph: %.2f calls a person, of which %.2f from the first look to the request%n",
                callsToGraph, callsOfAsking);
        if (people < MANY) {
            return;
        }
        if (callsToGraph > MOST_CALLS) {
            problems.add("%.2f calls to Graph a person".formatted(callsToGraph));
        }
        if (rate == 30
                && given.get("voice").equals("on")
                && given.get("kill").equals("no")
                && seconds > 0.12 * people) {
            problems.add("%.0f s for %d people".formatted(seconds, people));
        }
    }

    /** Of all replicas that run; what a killed one used is not in it. */
    private long processorTime() {
        return bots.stream()
                .map(bot -> bot.process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToLong(Duration::toNanos)
                .sum();
    }

    /** Whether PostgreSQL counts from now on what it is asked. */
    private boolean countStatements() {
        try (var connection = DriverManager.getConnection(given.get("url"), given.get("user"), "");
                var statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            statement.execute("select pg_stat_statements_reset()");
            return true;
        } catch (SQLException notCounted) {
            return false;
        }
    }

    private void reportStatements() throws SQLException {
        try (var connection = DriverManager.getConnection(given.get("url"), given.get("user"), "");
                var rows = connection.createStatement().executeQuery(STATEMENTS)) {
            while (rows.next()) {
                System.out.printf(
                        "%8.2f a person %7.2f s %7.1f rows a person  %s%n",
                        rows.getDouble(1) / people,
                        rows.getDouble(2) / 1000,
                        rows.getDouble(3) / people,
                        rows.getString(4).replaceAll("\\s+", " "));
            }
        }
    }

    /** Everybody who was asked for has what the plan says, and nobody else has changed. */
    private void checkState(JsonNode before, JsonNode after) {
        Map<String, JsonNode> earlier = new HashMap<>();
        before.forEach(person -> earlier.put(person.path("UserPrincipalName").asString(), person));
        Set<String> wanted = new HashSet<>();
        for (int each = 0; each < people; each++) {
            wanted.add(name(each));
        }
        int right = 0;
        for (JsonNode person : after) {
            String name = person.path("UserPrincipalName").asString();
            boolean asExpected = wanted.contains(name) ? isEnrolled(person) : person.equals(earlier.get(name));
            right += asExpected ? 1 : 0;
            if (!asExpected && problems.size() < 20) {
                problems.add("%s is not as expected: %s".formatted(name, person));
            }
        }
        System.out.printf("state: %d of %d people are as expected%n", right, after.size());
    }

    private static boolean isEnrolled(JsonNode person) {
        return person.path("EnterpriseVoiceEnabled").asBoolean()
                && policy(person, "TeamsSharedCallingRoutingPolicy").equals(Optional.of("Seattle"))
                && policy(person, "TeamsEmergencyCallRoutingPolicy").equals(Optional.of("Emergency-US"))
                && policy(person, "OnlineVoiceRoutingPolicy").equals(Optional.of("NoPSTN"))
                && person.path("LineUri").asString("").isEmpty();
    }

    private static Optional<String> policy(JsonNode person, String type) {
        for (JsonNode assigned : person.path("EffectivePolicyAssignments")) {
            if (assigned.path("PolicyType").asString().equals(type)) {
                return Optional.of(
                        assigned.path("PolicyAssignment").path("DisplayName").asString());
            }
        }
        return Optional.empty();
    }

    /** One record of every write, and none twice. */
    private void checkAudit() throws SQLException {
        try (var connection = DriverManager.getConnection(given.get("url"), given.get("user"), "");
                var rows = connection
                        .createStatement()
                        .executeQuery("select action, count(*) from audit group by action order by 1")) {
            var counted = new ArrayList<String>();
            while (rows.next()) {
                counted.add("%s %d".formatted(rows.getString(1), rows.getInt(2)));
            }
            System.out.println("audit: " + String.join(", ", counted));
        }
    }

    // Small things

    private JsonNode simulator(String what, String method) throws Exception {
        var request = HttpRequest.newBuilder(simulatorAddress.resolve("/emulator/" + what))
                .method(method, BodyPublishers.noBody())
                .build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    /** The demo tenant, and as many people as are to be enrolled, each like one in Seattle who is ready for it. */
    private String tenant() throws IOException {
        ObjectNode tenant =
                (ObjectNode) JSON.readTree(Files.readString(Path.of("src/main/resources/demo/tenant.json")));
        JsonNode adele = null;
        for (JsonNode person : tenant.path("users")) {
            adele = person.path("userPrincipalName").asString().startsWith("adele.") ? person : adele;
        }
        for (int each = 0; each < people; each++) {
            ObjectNode person = ((ObjectNode) adele.deepCopy());
            person.put("id", id(each));
            person.put("userPrincipalName", name(each));
            person.put("displayName", "Bulk %04d".formatted(each));
            person.put("usageLocation", "US");
            person.put("isEnterpriseVoiceEnabled", given.get("voice").equals("on"));
            tenant.withArrayProperty("users").add(person);
        }
        return tenant.toString();
    }

    private static String id(int number) {
        return UUID.nameUUIDFromBytes(name(number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String name(int number) {
        return "bulk%04d@contoso.example".formatted(number);
    }

    private static void await(String what, Callable<Boolean> there) throws Exception {
        long began = System.nanoTime();
        while (!there.call()) {
            if (System.nanoTime() - began > 300_000_000_000L) {
                throw new IllegalStateException(what + " did not come");
            }
            Thread.sleep(200);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }
}
