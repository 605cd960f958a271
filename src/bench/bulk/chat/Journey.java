import dev.linekeeper.conversation.GivenList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What people do with the list, and what is looked at and counted meanwhile. */
final class Journey {
    private static final String ANA = "ana.ruiz";
    private static final List<String> APPROVERS = List.of("lee.chen", "priya.nair");
    private static final String LIST = "the file people.csv";
    private static final Pattern REQUEST = Pattern.compile("SC-(\\d+)");

    private static final double FIRST_ANSWER = 2;
    private static final double PREVIEW = 180;
    private static final long HEAP = 100;
    private static final int OPERATIONS = 30;
    private static final double LAST_MINUTE = 60;

    /** So few have ended before anybody could stop them: the fault comes as soon as they begin. */
    private static final int FEW = 900;

    private final Map<String, String> given;
    private final GivenList list;
    private final Town town;
    private final Client client;
    private final Asker asker;
    private final List<Replica> replicas;
    private final Database database;
    /** Whether processes are killed or told to end meanwhile. */
    private final boolean kills;

    private final Heap heap;
    private final List<String> problems = new ArrayList<>();
    private final int people;
    private long heapBefore;
    private double processorBefore;
    private long phase = System.nanoTime();
    /** When each phase ended, in milliseconds since 1970. */
    private final TreeMap<Long, String> phases = new TreeMap<>();

    private volatile boolean over;

    Journey(
            Map<String, String> given,
            GivenList list,
            Town town,
            Client client,
            Asker asker,
            List<Replica> replicas,
            Database database) {
        this.given = given;
        this.list = list;
        this.town = town;
        this.client = client;
        this.asker = asker;
        this.replicas = replicas;
        this.database = database;
        this.kills = given.get("kill").equals("yes") || given.get("stop").equals("yes");
        this.heap = new Heap(() -> replicas.getFirst().pid(), 15);
        this.people = list.ready().size();
    }

    List<String> problems() {
        return problems;
    }

    void missed(String what) {
        problems.add(what);
    }

    private interface Step {
        boolean there() throws Exception;
    }

    private void until(String what, int seconds, Step step) throws Exception {
        Crash.await(what, seconds, step::there);
    }

    void go() throws Exception {
        for (String each : APPROVERS) {
            client.says(each, "hello");
        }
        client.says(ANA, "whoami");
        until("a greeting", 120, () -> !client.card(ANA, "Ana Ruiz").isEmpty());
        Thread.sleep(3000);
        JsonNode before = town.people();
        heapBefore = heap.now();
        System.out.printf(
                "%d rows, %d of them good; heap %d MB%n", people + list.kinds().size(), people, heapBefore);
        town.counted();
        Thread killing = Thread.ofVirtual().unstarted(this::kill);
        if (kills) {
            killing.start();
        }
        preview();
        asker.begin();
        long request = ask();
        approve(title("Enrol"), request);
        apply(request);
        result(request);
        checkPeople(before, true);
        checkWrites(0);
        if (given.get("undo").equals("yes")) {
            int written = town.writes().size();
            undo(request);
            checkPeople(before, false);
            checkWrites(written);
        }
        over = true;
        if (kills) {
            killing.join();
        }
        questions();
        operations();
        cards(request);
        client.complaints().forEach(complaint -> missed("the page: " + complaint));
    }

    private String title(String verb) {
        return "%s %,d people".formatted(verb, people);
    }

    /** What was done since the last time, and what it took. */
    private double phase(String name) throws Exception {
        double seconds = (System.nanoTime() - phase) / 1e9;
        var calls = new TreeMap<String, String>();
        for (var surface : town.counted().properties()) {
            int accepted = 0;
            int rejected = 0;
            for (JsonNode kind : surface.getValue()) {
                accepted += kind.path("accepted").asInt();
                rejected += kind.path("rejected").asInt();
            }
            calls.put(surface.getKey(), "%d (%.3f a person)".formatted(accepted, accepted / (double) people));
            if (rejected > 0) {
                missed("%s: %d calls of %s were sent away".formatted(name, rejected, surface.getKey()));
            }
        }
        long most = kills ? 0 : heap.most();
        double used = kills ? 0 : processor();
        System.out.printf(
                "%-8s %6.1f s (%.1f s of a processor); calls %s; heap at most %d MB, %+d%n",
                name, seconds, used - processorBefore, calls, most, most - heapBefore);
        processorBefore = used;
        if (!kills && most - heapBefore > HEAP) {
            missed("%s: the heap grew by %d MB".formatted(name, most - heapBefore));
        }
        client.picture(name);
        phases.put(System.currentTimeMillis(), name);
        phase = System.nanoTime();
        return seconds;
    }

    /** The seconds of a processor that the bot has used; on a machine with other work the clock says less. */
    private double processor() {
        return ProcessHandle.of(replicas.getFirst().pid())
                        .flatMap(process -> process.info().totalCpuDuration())
                        .map(Duration::toMillis)
                        .orElse(0L)
                / 1000.0;
    }

    private void preview() throws Exception {
        processorBefore = kills ? 0 : processor();
        int seenBefore = client.cards(ANA);
        phase = System.nanoTime();
        client.sends(ANA, "people.csv", list.csv(), "enrol these with Seattle because a big move");
        until("the first answer", 120, () -> client.cards(ANA) > seenBefore);
        double first = (System.nanoTime() - phase) / 1e9;
        System.out.printf("first answer after %.2f s%n", first);
        if (!kills && first > FIRST_ANSWER) {
            missed("first answer after %.1f s".formatted(first));
        }
        Set<String> seen = new HashSet<>();
        until("the preview", 900, () -> {
            String card = client.card(ANA, LIST);
            if (card.contains(" checked. ")
                    && seen.add(card.replaceAll("(?s).*?([\\d,]+ of [\\d,]+) checked.*", "$1"))
                    && seen.size() == 2) {
                client.picture("checking");
            }
            return card.contains("%,d ready".formatted(people)) || card.contains("Nothing was asked for.");
        });
        System.out.println("progress seen: " + seen);
        double seconds = phase("preview");
        if (!kills && seconds > PREVIEW) {
            missed("the preview took %.0f s".formatted(seconds));
        }
        if (seen.isEmpty() && people > 2000) {
            missed("no progress was seen while it was checked");
        }
        rows();
    }

    /** Every row by its number, those included that are bad. */
    private void rows() throws Exception {
        String number = number(client.card(ANA, LIST));
        var rows = GivenList.cells(client.takes(ANA, "report of import " + number, 120));
        Map<Integer, List<String>> byNumber =
                rows.stream().collect(Collectors.toMap(row -> Integer.valueOf(row.getFirst()), row -> row));
        int right = 0;
        for (var expected : list.outcomes().entrySet()) {
            List<String> row = byNumber.getOrDefault(expected.getKey(), List.of("", "", "", "no such row", ""));
            right += row.get(3).equals(expected.getValue()) ? 1 : 0;
            if (!row.get(3).equals(expected.getValue()) && problems.size() < 20) {
                missed("row %d (%s) is %s, not %s"
                        .formatted(
                                expected.getKey(),
                                list.kinds().getOrDefault(expected.getKey(), "good"),
                                row.subList(1, 5),
                                expected.getValue()));
            }
        }
        list.kinds()
                .forEach((row, kind) -> System.out.printf(
                        "  row %5d %-24s %s%n",
                        row,
                        kind,
                        byNumber.getOrDefault(row, List.of("", "", "", "", "")).subList(3, 5)));
        System.out.printf(
                "rows: %d of %d as they must be%n", right, list.outcomes().size());
        phase("report");
    }

    private static String number(String card) {
        var found = REQUEST.matcher(card);
        return found.find() ? found.group(1) : "";
    }

    private long ask() throws Exception {
        String number = number(client.card(ANA, LIST));
        client.presses(ANA, LIST, "Ask for the %,d who are ready".formatted(people), "ask for import " + number);
        var asked = Pattern.compile("with SC-(\\d+)");
        until("the request", 1800, () -> asked.matcher(client.card(ANA, LIST)).find());
        phase("ask");
        return asked.matcher(client.card(ANA, LIST))
                .results()
                .map(found -> Long.parseLong(found.group(1)))
                .findFirst()
                .orElseThrow();
    }

    /** A batch of fifty and more takes two, and from each a second yes. */
    private void approve(String title, long request) throws Exception {
        for (String each : APPROVERS) {
            boolean last = each.equals(APPROVERS.getLast());
            Step decided = () -> isDecided(request, APPROVERS.indexOf(each) + 1);
            for (int tries = 0; tries < 5 && !decided.there(); tries++) {
                until(
                        "the card of " + each,
                        120,
                        () -> !client.card(each, title).isEmpty());
                client.picture("to-approve-" + each);
                long began = System.nanoTime();
                client.presses(each, title, "Approve", "approve SC-" + request);
                until(
                        "the second question",
                        60,
                        () -> !client.card(each, "Yes, approve").isEmpty());
                double asked = (System.nanoTime() - began) / 1e9;
                began = System.nanoTime();
                client.presses(each, title, "Yes, approve", "confirm SC-" + request);
                double answered = (System.nanoTime() - began) / 1e9;
                try {
                    until("the decision of " + each, last ? 300 : 60, decided);
                } catch (IllegalStateException notYet) {
                    System.out.println(notYet.getMessage() + ", once more");
                }
                System.out.printf(
                        "%s: asked once more after %.1f s, yes answered after %.1f s, decided after %.1f s%n",
                        each, asked, answered, (System.nanoTime() - began) / 1e9);
            }
        }
        phase("approve");
    }

    private boolean isDecided(long request, int approvals) throws Exception {
        return actions(request).stream().filter("APPROVED"::equals).count() >= approvals;
    }

    private List<String> actions(long request) throws Exception {
        return database.rows("select action from audit where request = %d order by number".formatted(request)).stream()
                .map(List::getFirst)
                .filter(action -> !action.equals("READ"))
                .toList();
    }

    private Map<String, Integer> states(long request) throws Exception {
        Thread.sleep(people / 5); // counting so many is work too
        return database
                .rows("select state, count(*) from request where batch = %d group by state".formatted(request))
                .stream()
                .collect(Collectors.toMap(
                        List::getFirst, row -> Integer.valueOf(row.getLast()), (a, _) -> a, TreeMap::new));
    }

    private void apply(long request) throws Exception {
        String title = title("Enrol");
        until("the first of them", 300, () -> actions(request).contains("RESUMED"));
        System.out.printf("a few first, then the others after %.1f s%n", (System.nanoTime() - phase) / 1e9);
        client.picture("canary");
        long[] told = {System.nanoTime()};
        Step some = () -> {
            var states = states(request);
            if (System.nanoTime() - told[0] > 30_000_000_000L) {
                told[0] = System.nanoTime();
                System.out.printf(
                        "  %.0f s %s heap %d MB%n", (System.nanoTime() - phase) / 1e9, states, kills ? 0 : heap.now());
            }
            return people < FEW || states.getOrDefault("Completed", 0) >= people / 5;
        };
        until("a fifth of them", 3600, some);
        client.picture("applying");
        town.storm("{\"kind\": \"access-denied\", \"path\": \"assign\", \"times\": 0}");
        until("the stop", 600, () -> actions(request).contains("PAUSED"));
        town.calm();
        until("the card that says so", 120, () -> client.card(ANA, title).contains("Too many did not end well"));
        System.out.printf("stopped by the fault: %s%n", states(request));
        phase("stopped");
        Thread.sleep(5000);
        client.presses(ANA, title, "Go on", "resume SC-" + request);
        until("the end", 7200, () -> actions(request).contains("COMPLETED"));
        until("the card of the end", 120, () -> client.card(ANA, title).contains("not everybody is done"));
        System.out.printf("first end: %s%n", states(request));
        phase("resumed");
        client.presses(ANA, title, "Try again who stopped", "retry SC-" + request);
        until("everybody", 1800, () -> states(request).equals(Map.of("Completed", people)));
        until(
                "the card of everybody",
                120,
                () -> client.card(ANA, title).contains("%,d of %,d done".formatted(people, people)));
        phase("retried");
        System.out.println("trail: " + actions(request));
        if (!actions(request).subList(0, 5).equals(List.of("ASKED", "APPROVED", "APPROVED", "RESUMED", "PAUSED"))) {
            missed("the course was " + actions(request));
        }
    }

    private void result(long request) throws Exception {
        String file = client.takes(ANA, "result SC-" + request, 300);
        var rows = GivenList.cells(file);
        Map<String, JsonNode> now = byName(town.people());
        Set<String> named = new HashSet<>();
        for (List<String> row : rows) {
            JsonNode person = now.get(row.get(1));
            boolean isDone = row.get(4).contains("Done");
            if (!named.add(row.get(1)) || person == null || isEnrolled(person) != isDone) {
                missed("the result says %s, the tenant %s".formatted(row, person));
            }
        }
        System.out.printf("result: %d rows, %d kB, each compared with the tenant%n", rows.size(), file.length() / 1024);
        if (!named.equals(Set.copyOf(list.ready()))) {
            missed("the result names %d people, not those %d".formatted(named.size(), people));
        }
        phase("result");
    }

    private void undo(long request) throws Exception {
        String title = "Take back what was done for %,d people".formatted(people);
        client.says(ANA, "undo SC-%d because the wrong week".formatted(request));
        until(
                "the request to take it back",
                1800,
                () -> !number(client.card(ANA, title)).isEmpty());
        phase("ask-undo");
        long undo = Long.parseLong(number(client.card(ANA, title)));
        approve(title, undo);
        until("everything taken back", 7200, () -> actions(undo).contains("COMPLETED"));
        until(
                "the card of the undo",
                120,
                () -> client.card(ANA, title).contains("%,d of %,d done".formatted(people, people)));
        System.out.printf("undo: %s%n", states(undo));
        phase("undo");
    }

    private static Map<String, JsonNode> byName(JsonNode people) {
        Map<String, JsonNode> byName = new HashMap<>();
        people.forEach(person -> byName.put(person.path("UserPrincipalName").asString(), person));
        return byName;
    }

    private static boolean isEnrolled(JsonNode person) {
        Map<String, String> policies = person.path("EffectivePolicyAssignments")
                .valueStream()
                .collect(Collectors.toMap(
                        each -> each.path("PolicyType").asString(),
                        each -> each.path("PolicyAssignment")
                                .path("DisplayName")
                                .asString()));
        return person.path("EnterpriseVoiceEnabled").asBoolean()
                && "Seattle".equals(policies.get("TeamsSharedCallingRoutingPolicy"))
                && "Emergency-US".equals(policies.get("TeamsEmergencyCallRoutingPolicy"))
                && "NoPSTN".equals(policies.get("OnlineVoiceRoutingPolicy"));
    }

    /** Who was asked for is enrolled, or is as before, and nobody else has changed. */
    private void checkPeople(JsonNode before, boolean enrolled) throws Exception {
        Map<String, JsonNode> earlier = byName(before);
        Set<String> wanted = Set.copyOf(list.ready());
        int right = 0;
        int all = 0;
        for (JsonNode person : town.people()) {
            String name = person.path("UserPrincipalName").asString();
            boolean asExpected =
                    enrolled && wanted.contains(name) ? isEnrolled(person) : person.equals(earlier.get(name));
            all++;
            right += asExpected ? 1 : 0;
            if (!asExpected && problems.size() < 20) {
                missed("%s is %s".formatted(name, person));
            }
        }
        System.out.printf("people: %d of %d as they must be%n", right, all);
    }

    /** Each policy of each person was written once since that many writes, and nothing else was. */
    private void checkWrites(int from) throws Exception {
        Map<String, Integer> made = new HashMap<>();
        town.writes().valueStream().skip(from).forEach(write -> {
            JsonNode value = write.path("body").path("value");
            (value.isArray() ? value.valueStream() : Stream.of(write.path("body")))
                    .forEach(each -> made.merge(
                            each.path("userId").asString() + " "
                                    + each.path("policyType").asString(),
                            1,
                            Integer::sum));
        });
        long again = made.values().stream().filter(times -> times > 1).count();
        System.out.printf("writes: %d different ones, %d of them made again%n", made.size(), again);
        if (again > 0) {
            missed("%d writes were made more than once".formatted(again));
        }
        if (made.size() != 3 * people) {
            missed("%d writes, not three for each of %d".formatted(made.size(), people));
        }
    }

    private void questions() throws InterruptedException {
        List<Long> times = asker.end();
        System.out.printf(
                "questions meanwhile: %d, p50 %d ms, p95 %d ms, slowest %d ms%n",
                times.size(), times.get(times.size() / 2), times.get(times.size() * 95 / 100), times.getLast());
    }

    /**
     * In the busiest minute of each chat: Teams takes 1,800 an hour of a bot in a chat
     * (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit). What all chats got together is told beside it.
     */
    private void operations() throws Exception {
        List<Client.Operation> all = client.operations();
        Busiest together = Busiest.of(all);
        System.out.printf(
                "operations of Teams: %d in all, %d in the busiest minute, which began in: %s%n",
                all.size(), together.many(), phaseOf(together.from()));
        Map<String, List<Client.Operation>> byChat =
                all.stream().collect(Collectors.groupingBy(Client.Operation::chat, TreeMap::new, Collectors.toList()));
        byChat.forEach((chat, those) -> {
            Busiest busiest = Busiest.of(those);
            System.out.printf(
                    "  %s: %d, %d in its busiest minute, which began in: %s%n",
                    chat, those.size(), busiest.many(), phaseOf(busiest.from()));
            if (busiest.many() > OPERATIONS) {
                missed("%d operations of Teams in a minute in %s".formatted(busiest.many(), chat));
            }
        });
    }

    private String phaseOf(long moment) {
        var ended = phases.ceilingEntry(moment);
        return ended == null ? "the end" : ended.getValue();
    }

    private record Busiest(int many, long from) {
        static Busiest of(List<Client.Operation> operations) {
            Busiest busiest = new Busiest(0, 0);
            int first = 0;
            for (int last = 0; last < operations.size(); last++) {
                while (operations.get(last).moment() - operations.get(first).moment() >= 60_000) {
                    first++;
                }
                if (last - first + 1 > busiest.many) {
                    busiest =
                            new Busiest(last - first + 1, operations.get(first).moment());
                }
            }
            return busiest;
        }
    }

    private void cards(long request) {
        if (client instanceof Wire wire) {
            for (String each : Stream.concat(Stream.of(ANA), APPROVERS.stream()).toList()) {
                long cards = wire.cards(each, request);
                System.out.printf("cards of the request: %s %d of %d%n", each, cards, wire.expected(each, request));
                if (cards < 1 || cards > wire.expected(each, request)) {
                    missed("%s has %d cards of the request, not up to %d"
                            .formatted(each, cards, wire.expected(each, request)));
                }
            }
        }
    }

    /** Any process, at any moment, by kill -9 or by SIGTERM; it is started again at once. */
    private void kill() {
        var random = new Random(Long.parseLong(given.get("seed")) * 31 + 7);
        var stops = new ArrayList<Double>();
        int killed = 0;
        try {
            while (!over) {
                var replica = replicas.get(random.nextInt(replicas.size()));
                Thread.sleep(4000 + random.nextInt(20_000));
                if (!over) {
                    if (given.get("stop").equals("yes")) {
                        stops.add(replica.stop());
                    } else {
                        replica.kill();
                        killed++;
                    }
                    replica.start();
                    Crash.await("the bot again", 240, replica::isReady);
                }
            }
        } catch (Exception failed) {
            missed("kill: " + failed);
        }
        System.out.printf("kill -9: %d times; SIGTERM: %d times", killed, stops.size());
        stops.stream().max(Double::compare).ifPresent(most -> {
            System.out.printf(", ended after at most %.1f s", most);
            if (most >= LAST_MINUTE) {
                missed("a process that was told to end was killed after a minute");
            }
        });
        System.out.println();
    }
}
