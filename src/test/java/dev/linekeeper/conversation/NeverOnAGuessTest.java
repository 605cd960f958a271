package dev.linekeeper.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.tenantfile.ConfiguredFile;
import dev.linekeeper.adapter.tenantfile.TenantFile;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.TenantState;
import dev.linekeeper.timing.Sampling;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * No request is sent for somebody who was not named exactly or confirmed, however names are written: for everyone of the
 * demo tenant, and of one with 1,000 people more whose names begin alike, turn into each other and look like our words.
 */
class NeverOnAGuessTest {
    private static final Path DEMO = Path.of("src/main/resources/demo/tenant.json");
    private static final Caller ANA = new Caller(
            new UserId(SentencesByRole.PEOPLE.get("admin").objectId()),
            SentencesByRole.CONTOSO,
            Locale.ENGLISH,
            Caller.ConversationType.PERSONAL);
    private static final List<String> FIRST = List.of(
            "Al",
            "All",
            "Allan",
            "Allie",
            "Ana",
            "Anna",
            "Anna-Lena",
            "Ann",
            "Every",
            "Eve",
            "Each",
            "Them",
            "Theo",
            "Lee",
            "Lea",
            "Sam",
            "Samira",
            "Max",
            "James",
            "Thomas",
            "Alexander",
            "Zo\u00eb",
            "Jos\u00e9",
            "O",
            "Group");
    private static final List<String> LAST = List.of(
            "Al",
            "Lee",
            "Li",
            "Lind",
            "Lindt",
            "James",
            "Thomas",
            "Alexander",
            "One",
            "O'Brien",
            "O\u2019Neil",
            "Bodie",
            "Sales",
            "Team",
            "Weber",
            "Webber",
            "de la Cruz",
            "Smith-Lee",
            "M\u00fcller",
            "Muller",
            "Ann",
            "Max",
            "Denver");

    private final long seed = Long.getLong("linekeeper.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);
    private final NamesWritten names = new NamesWritten(random);
    private final List<DirectoryEntry> people = new ArrayList<>();
    /** Whom full names, addresses and ids belong to. */
    private final Map<String, Set<UserId>> named = new HashMap<>();

    private ChatInMemory chat;
    private int sent;
    private int confirmed;
    private int said;

    @Test
    void for_everyone_of_the_demo_tenant() throws IOException {
        tryAll(TenantFile.JSON.readTree(DEMO), Sampling.of(6, 51), Sampling.of(1, 5));
    }

    @Test
    void for_a_thousand_people_whose_names_are_alike() throws IOException {
        var tenant = (ObjectNode) TenantFile.JSON.readTree(DEMO);
        var users = tenant.withArray("users");
        List<JsonNode> originals = new ArrayList<>(users.values());
        for (int number = 0; number < 1_000; number++) {
            var copy =
                    (ObjectNode) originals.get(random.nextInt(originals.size())).deepCopy();
            String first = FIRST.get(random.nextInt(FIRST.size()));
            String last = LAST.get(random.nextInt(LAST.size()));
            copy.put("id", new UUID(random.nextLong(), random.nextLong()).toString());
            copy.put("displayName", random.nextInt(6) == 0 ? last + ", " + first : first + " " + last);
            copy.put("userPrincipalName", "%s.%d@contoso.example".formatted(AnyCase.folded(first), number));
            users.add(copy);
        }
        tryAll(tenant, Sampling.of(10, 1_051), 1);
    }

    private void tryAll(JsonNode tenant, int whom, int rounds) {
        var file = new ConfiguredFile("tenant.json", tenant.toString().getBytes(StandardCharsets.UTF_8));
        try (var opened = ChatInMemory.over(new SimulatedTenant(TenantState.read(file), Clock.systemUTC()))) {
            chat = opened;
            var directory = opened.tenant().ports().directory();
            directory.forEach(entry -> {
                // Guests are nobody's namesakes.
                if (directory.search(entry.userPrincipalName(), 1).stream()
                        .anyMatch(it -> it.id().equals(entry.id()))) {
                    people.add(entry);
                    Stream.of(
                                    entry.displayName(),
                                    entry.userPrincipalName(),
                                    entry.id().value())
                            .forEach(name -> named.computeIfAbsent(plain(name), _ -> new HashSet<>())
                                    .add(entry.id()));
                }
            });
            var chosen = new ArrayList<DirectoryEntry>();
            while (chosen.size() < Math.min(whom, people.size())) {
                chosen.add(
                        whom >= people.size() ? people.get(chosen.size()) : people.get(random.nextInt(people.size())));
            }
            for (DirectoryEntry person : chosen) {
                for (int round = 0; round < rounds; round++) {
                    names.exactly(person).forEach(this::say);
                    names.nearly(person).forEach(this::say);
                    names.nearly(person).forEach(written -> sayWithOthers(written, person));
                }
            }
        }
        System.out.printf(
                "%d sentences: %d requests for who was named, %d for who was confirmed%n", said, sent, confirmed);
        assertThat(sent).as("seed %d", seed).isPositive();
        assertThat(confirmed).as("seed %d", seed).isPositive();
    }

    private void say(String written) {
        String sentence = List.of(
                        "remove %s because the office closes",
                        "remove %s",
                        "enrol %s with London",
                        "put %s on London",
                        "move %s to Seattle",
                        "take %s off shared calling",
                        "please could you unenrol %s?")
                .get(random.nextInt(7))
                .formatted(written);
        check(sentence, List.of(written));
    }

    private void sayWithOthers(String written, DirectoryEntry person) {
        String other = people.get(random.nextInt(people.size())).userPrincipalName();
        check(
                "enrol %s, %s and %s with London".formatted(other, written, person.userPrincipalName()),
                List.of(other, written, person.userPrincipalName()));
    }

    private void check(String sentence, List<String> written) {
        said++;
        Set<UserId> meant = written.stream().flatMap(this::named).collect(Collectors.toSet());
        boolean all = written.stream().allMatch(text -> named(text).findAny().isPresent());
        Answer answer = chat.chat().answer(ANA, new ChatInput.TypedText(sentence));
        List<UserId> asked = takenBack();
        String what = "'%s', seed %d, answered %s".formatted(sentence, seed, answer);
        assertThat(answer).as(what).isNotInstanceOf(Answer.Sorry.class);
        assertThat(meant).as(what).containsAll(asked);
        assertThat(asked.isEmpty() || all).as(what).isTrue();
        sent += asked.size();
        if (asked.isEmpty() && random.nextInt(4) == 0) {
            choose(answer, meant, what);
        }
    }

    /** Who is chosen or confirmed was shown, and nobody else is asked for. */
    private void choose(Answer answer, Set<UserId> meant, String what) {
        record Choice(String shown, ButtonPress press) {}
        Optional<Choice> choice = switch (answer) {
            case Answer.Note note
            when note.title().key().startsWith("chat.completed.") ->
                Optional.of(new Choice(
                        note.title().arguments() + " " + note.text().arguments(),
                        note.suggestions().getFirst().press()));
            case Answer.WhichOne(_, var options, _) ->
                options.stream()
                        .skip(random.nextInt(options.size()))
                        .findFirst()
                        .map(option -> new Choice(option.name() + ", " + option.detail(), option.press()));
            default -> Optional.empty();
        };
        choice.ifPresent(pressed -> {
            Answer next = chat.chat().answer(ANA, pressed.press());
            List<UserId> asked = takenBack();
            confirmed += asked.size();
            assertThat(asked)
                    .as("%s, then %s: %s", what, pressed, next)
                    .allMatch(id -> meant.contains(id)
                            || pressed.shown().contains(person(id).displayName()));
        });
    }

    /** For whom requests were sent since the last sentence; they are cancelled, so that they are in nobody's way. */
    private List<UserId> takenBack() {
        List<Request> open = chat.store().requests().latest(4).stream()
                .filter(Request::isOpen)
                .toList();
        open.stream()
                .map(request -> request.terms().batch().orElse(request.id()))
                .distinct()
                .forEach(asked -> chat.chat().answer(ANA, new ChatInput.TypedText("cancel " + asked.number())));
        return open.stream().map(request -> request.terms().person()).toList();
    }

    private DirectoryEntry person(UserId id) {
        return people.stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Who is named by a text and nothing else, worked out without the code that is tried. */
    private Stream<UserId> named(String text) {
        if (plain(text).matches("me|myself")) {
            return Stream.of(ANA.id());
        }
        return named.getOrDefault(plain(text), Set.of()).stream()
                .filter(_ -> named.get(plain(text)).size() == 1);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replaceAll("\\s+", " ")
                .replaceAll("^ | ?[,;:]? ?$", "");
    }
}
