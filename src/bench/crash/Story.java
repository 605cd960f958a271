import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Admins ask for enrolments, approvers decide on what lies before them, others change the tenant meanwhile. Everybody goes by
 * what they see in Teams: who gets no card asks again, who sees an open card for long presses again, who sees that it stopped
 * says retry.
 */
final class Story {
    private static final Pattern PERSON = Pattern.compile("Crash (\\d{4})");
    private static final List<String> ENDS =
            List.of("Done", "Denied", "Cancelled", "Expired", "Overtaken", "Taken back");
    private static final long PATIENCE = 12_000;

    final Town town;
    final Teams teams;
    final List<Replica> replicas;
    final Desk desk;
    final Weather weather;
    final int people;
    private final int seconds;
    private final Random random;
    private final Map<Long, Long> pressed = new ConcurrentHashMap<>();
    private final Map<Long, Integer> retries = new ConcurrentHashMap<>();
    private final Set<String> drifted = ConcurrentHashMap.newKeySet();
    private final Set<String> approvers = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> did = new ConcurrentHashMap<>();
    private volatile boolean outage;
    int refreshed;

    Story(Town town, Teams teams, List<Replica> replicas, Desk desk, int people, long seed, int seconds) {
        this.seconds = seconds;
        this.town = town;
        this.teams = teams;
        this.replicas = replicas;
        this.desk = desk;
        this.people = people;
        this.weather = new Weather(town, teams, replicas, seed);
        this.random = new Random(seed * 31 + 3);
        approvers.addAll(Town.APPROVERS);
    }

    void start() throws Exception {
        for (Replica replica : replicas) {
            replica.start();
        }
        Crash.await("the bot", 180, () -> {
            for (Replica replica : replicas) {
                if (replica.ended()) {
                    throw new IllegalStateException(replica.log());
                }
                if (!replica.isReady()) {
                    return false;
                }
            }
            return true;
        });
        var everybody = Stream.of(
                        Town.APPROVERS.stream(),
                        Stream.of(Town.INGRID_AUDITOR),
                        IntStream.range(0, Town.ADMINS).mapToObj(Town::admin),
                        IntStream.range(0, people).mapToObj(Town::id))
                .flatMap(each -> each)
                .toList();
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(4)) {
            everybody.forEach(person -> threads.submit(() -> {
                desk.installs(person);
                return null;
            }));
        }
    }

    /** All of it, until everybody is asked for and decided on. */
    void tell() throws Exception {
        weather.begin();
        var asking = Thread.ofVirtual().start(() -> going(this::ask));
        var leaving = Thread.ofVirtual().start(() -> going(this::approverLeaves));
        long began = System.currentTimeMillis();
        while (System.currentTimeMillis() - began < seconds * 1000L
                && !(decided() >= people && !asking.isAlive() && !leaving.isAlive())) {
            decide();
            Thread.sleep(400);
        }
        asking.join();
        leaving.join();
        weather.end();
        System.out.printf(
                "%d kills (%d of a bot that was starting), %d storms of the tenant, %d of Teams; people did %s%n",
                weather.kills(),
                weather.killedWhileStarting,
                weather.tenantStorms,
                weather.teamsStorms,
                new TreeMap<>(did));
    }

    /** Fine weather until nothing is open and nothing waits to be sent; two and a half minutes at most. */
    void settle(Database database) throws Exception {
        long began = System.currentTimeMillis();
        while (System.currentTimeMillis() - began < 150_000) {
            decide();
            Thread.sleep(1000);
            boolean ended = cards().values().stream().allMatch(this::hasEnded);
            boolean sent = database.isShared()
                    ? database.waiting() == 0 && database.openRequests() == 0
                    : teams.quietFor() > 15_000;
            if (ended && sent) {
                refreshDoubtful();
                return;
            }
        }
        System.out.println("not settled in two and a half minutes");
        refreshDoubtful();
    }

    /** Whether the bot may not know that it was taken. */
    boolean isDoubtful(Teams.Message message) {
        return !message.acknowledged || weather.killedSoonAfter(message.at);
    }

    /** A card of which the bot may not know is made anew by the client that shows it. */
    private void refreshDoubtful() throws InterruptedException {
        for (var cards : cards().values()) {
            for (var card : cards) {
                boolean doubtful = isDoubtful(card);
                if (doubtful && ENDS.stream().noneMatch(end -> says(card, end)) && !says(card, "Stopped half-way")) {
                    refreshed++;
                    desk.presses(who(card), card, card.card().path("refresh").path("action"), "automatic");
                }
            }
        }
    }

    private interface Doing {
        void done() throws Exception;
    }

    private static void going(Doing doing) {
        try {
            doing.done();
        } catch (Exception failed) {
            failed.printStackTrace();
        }
    }

    private void did(String what) {
        did.merge(what, 1, Integer::sum);
    }

    private void ask() throws Exception {
        Set<Integer> missing = new TreeSet<>(IntStream.range(0, people).boxed().toList());
        for (int round = 0; !missing.isEmpty() && round < 6; round++) {
            try (var threads = java.util.concurrent.Executors.newFixedThreadPool(3)) {
                missing.forEach(person -> threads.submit(() -> {
                    desk.says(
                            Town.admin(person % Town.ADMINS),
                            "enrol %s with Seattle because joins".formatted(Town.upn(person)));
                    did("ask");
                    Thread.sleep(1500);
                    return null;
                }));
            }
            Thread.sleep(8000);
            missing.removeAll(cards().values().stream().map(Story::person).collect(Collectors.toSet()));
        }
    }

    /** Of each request the newest card an approver has. */
    Map<Long, List<Teams.Message>> cards() {
        return teams.messages().stream()
                .filter(message -> message.request().isPresent())
                .collect(Collectors.groupingBy(
                        message -> message.request().orElseThrow(), TreeMap::new, Collectors.toList()));
    }

    static int person(List<Teams.Message> cards) {
        return cards.stream()
                .map(card -> PERSON.matcher(card.text()))
                .filter(java.util.regex.Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElse(-1);
    }

    private boolean hasEnded(List<Teams.Message> cards) {
        return cards.stream().anyMatch(card -> ENDS.stream().anyMatch(end -> says(card, end)))
                || (says(cards, "Stopped half-way")
                        && retries.getOrDefault(cards.getFirst().request().orElseThrow(), 0) >= 4);
    }

    /** Whether the card's state is this. */
    static boolean says(Teams.Message card, String state) {
        return Pattern.compile("\\*\\*. ?" + state).matcher(card.text()).find();
    }

    private static boolean says(List<Teams.Message> cards, String state) {
        return cards.stream().anyMatch(card -> says(card, state));
    }

    private int decided() {
        return (int) cards().values().stream()
                .filter(this::hasEnded)
                .map(Story::person)
                .distinct()
                .count();
    }

    private void decide() {
        long now = System.currentTimeMillis();
        int begun = 0;
        for (var entry : cards().entrySet()) {
            long number = entry.getKey();
            var cards = entry.getValue();
            long last = pressed.getOrDefault(number, 0L);
            if (hasEnded(cards) || now - last < PATIENCE || begun >= 3) {
                continue;
            }
            if (says(cards, "Stopped half-way")) {
                pressed.put(number, now);
                retries.merge(number, 1, Integer::sum);
                go("retry", () -> desk.says(Town.admin(person(cards) % Town.ADMINS), "retry SC-" + number));
                continue;
            }
            var open = cards.stream()
                    .filter(card ->
                            approvers.stream().anyMatch(who -> Desk.chat(who).equals(card.chat)))
                    .filter(card -> card.button("approve").isPresent())
                    .filter(card -> !outage || card.chat.equals(Desk.chat(Town.PRIYA)))
                    .collect(Collectors.toList());
            if (!open.isEmpty()) {
                pressed.put(number, now);
                begun++;
                decide(number, person(cards), open);
            }
        }
    }

    private void decide(long number, int person, List<Teams.Message> open) {
        var card = open.get(random.nextInt(open.size()));
        boolean first = drifted.add("story " + number);
        switch (first && !outage ? person % 20 : 19) {
            case 0 -> go("deny", () -> desk.says(who(card), "deny SC-%d because not this month".formatted(number)));
            case 1 -> {
                go("cancel", () -> desk.says(Town.admin(person % Town.ADMINS), "cancel SC-" + number));
                go("approve", () -> approve(card));
            }
            case 2, 3, 12 ->
                go("drift before approve", () -> {
                    drift(person);
                    approve(card);
                });
            case 4, 5, 14 ->
                go("drift after approve", () -> {
                    approve(card);
                    Thread.sleep(random.nextInt(1200));
                    drift(person);
                });
            case 6, 16 -> open.forEach(each -> go("approve at once", () -> approve(each)));
            case 7, 17 -> IntStream.range(0, 2).forEach(_ -> go("double click", () -> approve(card)));
            default -> go("approve", () -> approve(card));
        }
    }

    private void go(String what, Doing doing) {
        did(what);
        Thread.ofVirtual().start(() -> going(doing));
    }

    private static String who(Teams.Message card) {
        return card.chat.substring(2);
    }

    private void approve(Teams.Message card) throws InterruptedException {
        var button = card.button("approve");
        if (button.isPresent()) {
            desk.presses(who(card), card, button.get(), "manual");
        }
    }

    /** Somebody else does a part of what is asked for, or undoes what it starts from. */
    private void drift(int person) throws Exception {
        String who = "\"kind\": \"drift\", \"person\": \"%s\"".formatted(Town.upn(person));
        drifted.add(Town.id(person));
        town.somebody(
                switch (person % 3) {
                    case 0 ->
                        "{%s, \"policyType\": \"TeamsEmergencyCallRoutingPolicy\", \"policy\": \"Emergency-US\"}"
                                .formatted(who);
                    case 1 -> "{%s, \"voice\": true}".formatted(who);
                    default ->
                        "{%s, \"policyType\": \"TeamsSharedCallingRoutingPolicy\", \"policy\": \"London\"}"
                                .formatted(who);
                });
    }

    boolean hasDrifted(String person) {
        return drifted.contains(person);
    }

    /** While the tenant takes no changes Priya approves; before it does again she is no approver any more, and a bot is killed. */
    private void approverLeaves() throws Exception {
        while (decided() < people / 3) {
            Thread.sleep(500);
        }
        weather.held = true;
        Thread.sleep(500);
        town.storm("{\"kind\": \"broken\", \"status\": 503, \"path\": \"teamsAdministration.assign\", \"times\": 0},"
                + "{\"kind\": \"powershell-unavailable\", \"path\": \"/powershell/Set-Cs\", \"times\": 0}");
        outage = true;
        Thread.sleep(12_000);
        approvers.remove(Town.PRIYA);
        town.somebody("{\"kind\": \"lost-approver\", \"person\": \"priya.nair@contoso.example\"}");
        did("approver leaves");
        outage = false;
        Thread.sleep(1500);
        town.calm();
        weather.held = false;
    }
}
