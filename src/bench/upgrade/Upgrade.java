import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A replica of the version before and one of this side by side on one database: asked on one, approved on the other, applied by
 * whichever, each of them ended by SIGTERM while it applies, and the version before started again on the tables of this one.
 * What must have come of it is what the crash bench looks at.
 */
final class Upgrade {
    private static final int PARTS = 6;

    private final Map<String, String> given;
    private final Path work;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Teams teams = new Teams(1);
    private final Town town;
    private final Database database;
    private final int people;
    private final List<Replica> replicas = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int asked;

    private Upgrade(Map<String, String> given) throws Exception {
        this.given = given;
        this.work = Path.of(given.get("work"));
        this.people = Integer.parseInt(given.getOrDefault("people", "24"));
        this.town = new Town(http, work, Town.withPeople(people), List.of("--latency", "150ms"));
        this.database = new Database(given.get("url"), given.get("user"));
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            given.put(pair[0], pair[1]);
        }
        var upgrade = new Upgrade(given);
        boolean right = false;
        try {
            right = upgrade.isRight();
        } finally {
            upgrade.end();
        }
        System.out.println(right ? "RIGHT" : "NOT RIGHT");
        System.exit(right ? 0 : 1);
    }

    private boolean isRight() throws Exception {
        Replica before = started("before", true);
        told("only the version before is there");
        var everybody = new ArrayList<>(Town.APPROVERS);
        everybody.add(Town.INGRID_AUDITOR);
        IntStream.range(0, Town.ADMINS).mapToObj(Town::admin).forEach(everybody::add);
        IntStream.range(0, people).mapToObj(Town::id).forEach(everybody::add);
        for (String person : everybody) {
            at(before).installs(person);
        }
        var peopleBefore = town.people();

        List<Integer> part = ask(before);
        Replica now = started("now", false);
        told("this version beside it");
        approve(now, part);
        completed(part, "asked before, approved by this version");

        part = ask(now);
        approve(before, part);
        completed(part, "asked of this version, approved by the one before");

        part = ask(before);
        approve(before, part);
        ended(before, "the version before, applying");
        Replica second = started("second", false);
        completed(part, "approved by the version before, which was ended at it");

        part = ask(second);
        Replica again = started("again", true);
        told("the version before again, on the tables of this one");
        approve(again, part);
        completed(part, "asked of this version, approved by the one before, back again");

        ended(now, "this version");
        part = ask(again);
        approve(second, part);
        ended(second, "this version, applying");
        completed(part, "approved by this version, which was ended at it; the one before is alone");

        part = ask(again);
        Replica last = started("last", false);
        approve(last, part);
        completed(part, "asked before, approved by this version");
        Crash.await("nothing to be sent", 90, () -> database.waiting() == 0);
        Thread.sleep(3000);
        return isWhole(peopleBefore);
    }

    private Replica started(String name, boolean isOld) throws Exception {
        String classPath = isOld ? given.get("old") : System.getenv("LINEKEEPER_CLASSPATH");
        var replica = new Replica(
                http,
                work,
                name,
                Crash.command(work, isOld ? town.settingsOfBefore() : town.settings(), classPath, given),
                Map.of("IDENTITY_ENDPOINT", town.identity().toString(), "IDENTITY_HEADER", "emulated-identity"));
        replicas.add(replica);
        long began = System.nanoTime();
        replica.start();
        Crash.await(name, 240, () -> {
            if (replica.ended()) {
                throw new IllegalStateException(replica.log());
            }
            return replica.isReady();
        });
        System.out.printf("%s is ready after %.1f s%n", name, (System.nanoTime() - began) / 1e9);
        return replica;
    }

    private void ended(Replica replica, String what) throws InterruptedException {
        double seconds = replica.stop();
        System.out.printf("SIGTERM to %s: ended after %.1f s%n", what, seconds);
        if (seconds >= 60) {
            problems.add(what + " did not end within a minute");
        }
    }

    private void told(String what) throws Exception {
        System.out.printf(
                "%s: tables of version %s%n",
                what,
                database.rows("select version from flyway_schema_history where success order by installed_rank desc")
                        .getFirst()
                        .getFirst());
    }

    private Desk at(Replica replica) {
        return new Desk(http, teams, List.of(replica), Town.TENANT, 1);
    }

    /** Asks one replica for the next part of the people; they are there once the approvers have a card of each. */
    private List<Integer> ask(Replica replica) throws Exception {
        List<Integer> part =
                IntStream.range(asked, asked + people / PARTS).boxed().toList();
        asked += part.size();
        for (int person : part) {
            at(replica)
                    .says(
                            Town.admin(person % Town.ADMINS),
                            "enrol %s with Seattle because joins".formatted(Town.upn(person)));
        }
        Crash.await("cards of " + part, 120, () -> part.stream().allMatch(person -> card(person, Town.LEE) != null));
        return part;
    }

    private void approve(Replica replica, List<Integer> part) throws Exception {
        for (int person : part) {
            Teams.Message card = card(person, Town.LEE);
            at(replica).presses(Town.LEE, card, card.button("approve").orElseThrow(), "manual");
        }
    }

    private Teams.Message card(int person, String approver) {
        String name = "Crash %04d".formatted(person);
        return teams.messages().stream()
                .filter(message -> message.request().isPresent() && message.chat.equals(Desk.chat(approver)))
                .filter(message -> message.text().contains(name)
                        && message.button("approve").isPresent())
                .findFirst()
                .orElse(null);
    }

    private void completed(List<Integer> part, String what) throws Exception {
        long began = System.nanoTime();
        Crash.await(
                what,
                180,
                () -> database.requests().stream()
                                .filter(request -> part.stream()
                                        .map(Town::id)
                                        .anyMatch(request.path("terms")
                                                .path("plan")
                                                .path("person")
                                                .asString()::equals))
                                .filter(request ->
                                        request.path("state").asString().equals("completed"))
                                .count()
                        == part.size());
        System.out.printf("%d done in %.1f s: %s%n", part.size(), (System.nanoTime() - began) / 1e9, what);
    }

    private boolean isWhole(tools.jackson.databind.JsonNode peopleBefore) throws Exception {
        var story = new Story(town, teams, replicas, at(replicas.getLast()), people / PARTS * PARTS, 1, 0);
        new Verdict(story, database, peopleBefore, "")
                .problems()
                .forEach((what, all) -> problems.add("%s: %s".formatted(what, all)));
        problems.forEach(problem -> System.out.println("WRONG " + problem));
        return problems.isEmpty();
    }

    private void end() throws Exception {
        replicas.forEach(Replica::kill);
        town.stop();
        if (given.containsKey("keep")) {
            try (var logs = Files.newDirectoryStream(work, "*.log")) {
                for (Path log : logs) {
                    Files.copy(
                            log,
                            Path.of(given.get("keep")).resolve(log.getFileName()),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
