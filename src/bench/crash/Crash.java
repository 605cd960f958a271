import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Many enrolments under kills, storms and other people's changes, and what came of it: see README.md. Ends with 1 when
 * something is not as it must be.
 */
class Crash {
    public static void main(String[] arguments) throws Exception {
        Map<String, String> given =
                new HashMap<>(Map.of("people", "110", "seed", "1", "replicas", "2", "seconds", "210"));
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            given.put(pair[0], pair[1]);
        }
        Path work = Path.of(given.get("work"));
        long seed = Long.parseLong(given.get("seed"));
        int people = Integer.parseInt(given.get("people"));
        var database = new Database(given.get("url"), given.get("user"));
        System.out.printf(
                "seed %d, %d people, %s replica(s), %s%n", seed, people, given.get("replicas"), given.get("url"));
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var teams = new Teams(seed);
        var town = new Town(
                http,
                work,
                Town.withPeople(people),
                List.of("--latency", "20ms", "--mishaps", "0.02", "--seed", Long.toString(seed)));
        List<Replica> replicas = new ArrayList<>();
        for (int each = 0; each < Integer.parseInt(given.get("replicas")); each++) {
            replicas.add(new Replica(
                    http,
                    work,
                    "bot" + each,
                    each == 0 && given.containsKey("old")
                            ? command(work, town.settingsOfBefore(), given.get("old"), given)
                            : command(work, town, given),
                    environment(town, each == 0 ? given.getOrDefault("clock", "") : "")));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            replicas.forEach(Replica::kill);
            town.stop();
        }));
        boolean right;
        try {
            right = passes(
                    new Story(
                            town,
                            teams,
                            replicas,
                            new Desk(http, teams, replicas, Town.TENANT, seed),
                            people,
                            seed,
                            Integer.parseInt(given.get("seconds"))),
                    database,
                    command(work, town, given));
        } finally {
            replicas.forEach(Replica::kill);
            if (given.containsKey("keep")) {
                for (String log : List.of("bot0.log", "bot1.log", "simulator.log")) {
                    if (Files.exists(work.resolve(log))) {
                        Files.copy(
                                work.resolve(log),
                                Path.of(given.get("keep"), log),
                                StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
        System.exit(right ? 0 : 1);
    }

    private static boolean passes(Story story, Database database, List<String> command) throws Exception {
        long began = System.nanoTime();
        story.start();
        var before = story.town.people();
        story.tell();
        story.settle(database);
        for (Replica replica : story.replicas) {
            replica.stop();
        }
        for (int again = 0; database.waiting() > 0 && again < 3; again++) {
            System.out.printf("%d messages still wait: once more%n", database.waiting());
            story.replicas.getFirst().start();
            Thread.sleep(45_000);
            story.replicas.getFirst().stop();
        }
        System.out.printf("told in %.0f s%n", (System.nanoTime() - began) / 1e9);
        boolean verified = isVerified(command);
        var problems = new Verdict(story, database, before, "").problems();
        problems.forEach((what, all) -> {
            System.out.printf("WRONG %s: %d%n", what, all.size());
            all.stream()
                    .limit(6)
                    .forEach(each -> System.out.println("    " + each.substring(0, Math.min(600, each.length()))));
        });
        boolean noticed = true;
        for (String spoilt : Verdict.SPOILT) {
            int more = count(new Verdict(story, database, before, spoilt).problems()) - count(problems);
            System.out.printf("spoilt on purpose, %s: %s%n", spoilt, more > 0 ? "noticed" : "NOT NOTICED");
            noticed &= more > 0;
        }
        System.out.println(problems.isEmpty() && noticed && verified ? "RIGHT" : "NOT RIGHT");
        return problems.isEmpty() && noticed && verified;
    }

    /** The first replica's clock may be off by so many seconds, such as {@code +600}, where libfaketime is installed. */
    private static Map<String, String> environment(Town town, String clock) {
        var environment = new HashMap<>(
                Map.of("IDENTITY_ENDPOINT", town.identity().toString(), "IDENTITY_HEADER", "emulated-identity"));
        if (!clock.isEmpty()) {
            environment.put("LD_PRELOAD", "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");
            environment.put("FAKETIME", clock);
            environment.put("FAKETIME_DONT_FAKE_MONOTONIC", "1"); // or waits of the JVM go wrong
            environment.put("NO_FAKE_STAT", "1"); // or the archive of classes is another's
            environment.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        }
        return environment;
    }

    private static int count(Map<String, List<String>> problems) {
        return problems.values().stream().mapToInt(List::size).sum();
    }

    /** What the bot itself says of its audit trail: {@code audit verify} on the command line, which takes settings from Java. */
    private static boolean isVerified(List<String> command) throws Exception {
        Path arguments = Files.createTempFile("verify", ".arguments");
        int main = command.indexOf("dev.linekeeper.app.LinekeeperApplication");
        Files.write(
                arguments,
                Stream.of(
                                command.subList(1, main).stream(),
                                command.stream().skip(main + 1).map(each -> each.replaceFirst("^--", "-D")),
                                Stream.of(command.get(main), "audit", "verify"))
                        .flatMap(each -> each)
                        .map("\"%s\""::formatted)
                        .toList());
        var verify = new ProcessBuilder(command.getFirst(), "@" + arguments)
                .redirectErrorStream(true)
                .start();
        var said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Files.delete(arguments);
        System.out.printf(
                "audit verify: %d, %s%n", verify.waitFor(), said.strip().replace("\n", " / "));
        return verify.exitValue() == 0;
    }

    private static List<String> command(Path work, Town town, Map<String, String> given) {
        return command(work, town.settings(), System.getenv("LINEKEEPER_CLASSPATH"), given);
    }

    /** As for a real tenant: tokens from the machine's identity, PowerShell as a child process. */
    static List<String> command(Path work, Path settings, String classPath, Map<String, String> given) {
        var user = given.get("user").isEmpty()
                ? Stream.<String>empty()
                : Stream.of("--spring.datasource.username=" + given.get("user"));
        return Stream.concat(
                        Stream.of(
                                java(),
                                given.containsKey("archive") && !classPath.equals(given.get("old"))
                                        ? "-XX:SharedArchiveFile=" + given.get("archive")
                                        : "-Xshare:auto",
                                "-Xmx400m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                classPath,
                                "dev.linekeeper.app.LinekeeperApplication",
                                "--spring.config.additional-location=file:" + settings,
                                "--spring.datasource.url=" + given.get("url"),
                                "--linekeeper.data-folder=" + work.resolve("data"),
                                "--linekeeper.roles.admin=5949c86b-0ee4-5556-9acb-bfa0ff185d45",
                                "--linekeeper.roles.approver=b3c5e9a9-57e7-596a-9ac2-b3f69f9b502f",
                                "--linekeeper.roles.auditor=2bcc861f-85bb-5cd9-8f30-fbcae7dcb377",
                                "--linekeeper.readiness.empty-voice-routing-policy=NoPSTN",
                                "--linekeeper.readiness.emergency-call-routing-policies.[callingPlan/US]=Emergency-US",
                                "--linekeeper.throttle.teams-admin.calls-per-second=100",
                                "--linekeeper.throttle.teams-admin.at-once=16",
                                "--linekeeper.throttle.directory.calls-per-second=200",
                                "--linekeeper.throttle.powershell.calls-per-second=50",
                                "--linekeeper.pace.per-person=1000000",
                                "--linekeeper.pace.per-conversation=1000000"),
                        user)
                .toList();
    }

    static void await(String what, int seconds, Callable<Boolean> there) throws InterruptedException {
        long began = System.nanoTime();
        while (true) {
            try {
                if (there.call()) {
                    return;
                }
            } catch (InterruptedException | RuntimeException failed) {
                throw new IllegalStateException(what, failed);
            } catch (Exception failed) {
                throw new IllegalStateException(what, failed);
            }
            if (System.nanoTime() - began > seconds * 1_000_000_000L) {
                throw new IllegalStateException(what + " did not come");
            }
            Thread.sleep(100);
        }
    }

    static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }
}
