package dev.linekeeper.chat.engine;

import static dev.linekeeper.chat.engine.Command.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.FormField;
import dev.linekeeper.chat.PersonNotes;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.people.PeopleSearch;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.WrittenNumber;
import dev.linekeeper.service.tenant.HandClock;
import dev.linekeeper.service.tenant.reading.SnapshotAges;
import dev.linekeeper.service.tenant.reading.TenantReader;
import dev.linekeeper.simulator.state.Fabrikam;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every command gets from the engine: its form, its people and policies, the question which one is meant. */
class CommandRunnerTest {
    private final HandClock clock = new HandClock(Fabrikam.NOON);
    private final List<AuditEntry> trail = new ArrayList<>();
    private final List<String> ran = new ArrayList<>();
    private final CommandRunner runner = runner();
    private final Caller ada = new Caller(Fabrikam.ADA, "tenant", Locale.ENGLISH, Caller.ConversationType.PERSONAL);

    private final Command move = command("move")
            .by(Role.ADMIN)
            .says("move {person} to {policy} [because {reason}]")
            .asks(Slot.PERSON, Slot.POLICY)
            .offers(Slot.REASON)
            .answers(invocation -> done(invocation.person().displayName(), invocation.policy(), invocation.reason()));
    private final Command enrol = command("enrol")
            .by(Role.ADMIN)
            .says("enrol {people}")
            .asks(Slot.PEOPLE)
            .answers(invocation -> done(invocation.people().stream()
                    .map(DirectoryEntry::displayName)
                    .toList()
                    .toArray()));
    private final Command check = command("check")
            .by(Role.ADMIN)
            .says("check {thing}")
            .reads()
            .asks(Slot.THING)
            .answers(invocation -> invocation
                    .policyIn(Slot.THING)
                    .map(policy -> done("policy", policy))
                    .or(() -> invocation.numberIn(Slot.THING) instanceof WrittenNumber.OneNumber(var number)
                            ? Optional.of(done("number", number))
                            : Optional.empty())
                    .orElseGet(() -> invocation.withPerson(
                            Slot.THING, person -> done(invocation.read(person, DirectoryEntry::displayName)))));

    private final Command why = command("why")
            .by(Role.ADMIN)
            .says("why {person}")
            .reads()
            .asks(Slot.PERSON)
            .answers(invocation -> new Answer.Sheet(
                    Explanation.of("chat.name", invocation.person().displayName()),
                    Answer.Tone.INFO,
                    Explanation.of("chat.name", ""),
                    List.of(),
                    List.of(),
                    List.of()));

    @Test
    void a_command_that_lacks_something_shows_its_form_filled_in_as_far_as_was_said() {
        var form = (Answer.Form) say(move, Map.of(Slot.PERSON, "ben"));

        assertThat(form.typed()).isEqualTo("move PERSON to POLICY [because REASON]");
        assertThat(form.fields())
                .extracting(FormField::slot, FormField::required, FormField::value)
                .containsExactly(
                        tuple(Slot.PERSON, true, "ben"), tuple(Slot.POLICY, true, ""), tuple(Slot.REASON, false, ""));
        assertThat(form.fields().get(1).choices())
                .extracting(Answer.FormChoice::value)
                .containsExactlyInAnyOrder("SC-SEA", "SC-BER");
        assertThat(ran).isEmpty();
    }

    @Test
    void people_and_policies_are_found_before_the_command_answers() {
        say(move, Map.of(Slot.PERSON, "ben castell", Slot.POLICY, "sc-ber", Slot.REASON, "she moved"));

        assertThat(ran).containsExactly("Ben Castell SC-BER she moved");
    }

    @Test
    void the_policy_that_is_meant_is_asked_for_and_the_button_says_the_rest_again() {
        var question = (Answer.WhichOne) say(move, Map.of(Slot.PERSON, "ben", Slot.POLICY, "SC-BRE"));

        assertThat(question.options().getFirst().press())
                .isEqualTo(new ChatInput.ButtonPress("move", Map.of("person", "ben", "policy", "SC-BER")));
        assertThat(ran).isEmpty();
    }

    @Test
    @Requirement("T12")
    void what_a_form_brings_is_looked_up_again_whatever_it_offered() {
        run(move, new ChatInput.ButtonPress("move", Map.of("person", "nobody", "policy", "SC-BER")));
        run(move, new ChatInput.ButtonPress("move", Map.of("person", "ben@fabrikam.example", "policy", "SC-NO")));
        assertThat(run(move, new ChatInput.ButtonPress("move", Map.of("policy", "SC-BER"))))
                .isInstanceOf(Answer.Form.class);

        assertThat(ran).isEmpty();
    }

    @Test
    void a_typing_error_in_one_name_does_nothing_for_the_others() {
        var question = (Answer.WhichOne) say(enrol, Map.of(Slot.PEOPLE, "ada, clep and ben"));

        assertThat(question.options().getFirst().press())
                .isEqualTo(new ChatInput.ButtonPress("enrol", Map.of("people", "ada, cleo@fabrikam.example, ben")));
        assertThat(ran).isEmpty();
    }

    @Test
    void me_is_the_caller_and_nobody_is_named_twice() {
        say(enrol, Map.of(Slot.PEOPLE, "me, ada@fabrikam.example and Ben Castell"));

        assertThat(ran).containsExactly("Ada Brandt Ben Castell");
    }

    @Test
    void more_people_than_one_sentence_takes_are_refused() {
        String many = IntStream.range(0, 21).mapToObj(at -> "p" + at).collect(Collectors.joining(", "));

        assertThat(say(enrol, Map.of(Slot.PEOPLE, many))).isInstanceOf(Answer.Note.class);
    }

    @Test
    @Requirement("T26")
    void who_looks_at_somebody_else_is_noted_and_who_looks_at_themselves_is_not() {
        say(check, Map.of(Slot.THING, "ben"));
        say(check, Map.of(Slot.THING, "me"));

        assertThat(ran).containsExactly("Ben Castell", "Ada Brandt");
        assertThat(trail).singleElement().satisfies(entry -> {
            assertThat(entry.person()).contains(Fabrikam.BEN);
            assertThat(entry.details()).containsEntry("command", "check");
        });
    }

    @Test
    void a_thing_may_be_a_policy_or_a_number_however_it_is_grouped() {
        say(check, Map.of(Slot.THING, "SC-SEA"));
        say(check, Map.of(Slot.THING, "+1 (425) 555-0100"));

        assertThat(ran).containsExactly("policy SC-SEA", "number +14255550100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ben", "be", "castell", "ben cas", "Castell Ben", "Castell, Ben", "ben@fab"})
    void nothing_changes_for_somebody_whose_name_was_completed_until_they_are_confirmed(String written) {
        var question =
                (Answer.Note) say(move, Map.of(Slot.PERSON, written, Slot.POLICY, "SC-BER", Slot.REASON, "she moved"));

        assertThat(ran).isEmpty();
        assertThat(question.title().arguments().getFirst()).asString().startsWith("Ben Castell, ");
        var yes = question.suggestions().get(0).press();
        var others = question.suggestions().get(1).press();
        assertThat(yes.inputs()).containsEntry("person", "ben@fabrikam.example");
        assertThat(run(move, others)).isInstanceOf(Answer.Form.class);
        run(move, yes);
        assertThat(ran).containsExactly("Ben Castell SC-BER she moved");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Ben Castell", " ben castell ", "BEN@fabrikam.example", "00000002-0000-4000-8000-000000000000"})
    void who_is_named_exactly_is_not_asked_about(String written) {
        say(move, Map.of(Slot.PERSON, written, Slot.POLICY, "SC-BER"));

        assertThat(ran).hasSize(1);
    }

    @Test
    void one_question_is_asked_about_a_whole_list() {
        var question = (Answer.Note) say(enrol, Map.of(Slot.PEOPLE, "ben, ada@fabrikam.example and cleo d"));

        assertThat(question.text().arguments().getFirst()).asString().contains("Ben Castell, ", "Ada Brandt, ", "Cleo");
        run(enrol, question.suggestions().getFirst().press());
        assertThat(ran).singleElement().asString().startsWith("Ben Castell Ada Brandt Cleo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all",
                "ALL",
                "everyone",
                "everybody",
                "them",
                "the Sales department",
                "Sales team",
                "everyone from Denver",
                "all in Sales",
                "people in Berlin",
                "both",
                "group Ada",
                "Sales",
                "sales",
                "Ada group"
            })
    void words_for_several_people_are_nobodys_name(String words) {
        assertThat(((Answer.Note) say(enrol, Map.of(Slot.PEOPLE, words)))
                        .title()
                        .key())
                .isEqualTo("chat.several-in-one-word.title");
        assertThat(say(check, Map.of(Slot.THING, words))).isInstanceOf(Answer.Note.class);
        assertThat(ran).isEmpty();
    }

    @Test
    void what_only_reads_answers_about_a_completed_name_and_says_whose_it_is() {
        var answer = (Answer.Sheet) say(why, Map.of(Slot.PERSON, "cast"));

        assertThat(answer.title().key()).isEqualTo("chat.completed.shown");
        assertThat(answer.title().arguments()).hasSize(2);
        assertThat(say(why, Map.of(Slot.PERSON, "Ben Castell")))
                .extracting(exact -> ((Answer.Sheet) exact).title().key())
                .isEqualTo("chat.name");
    }

    @Test
    void a_list_where_one_is_meant_is_offered_one_by_one() {
        var question = (Answer.WhichOne) say(move, Map.of(Slot.PERSON, "ben, ada", Slot.POLICY, "SC-BER"));

        assertThat(question.options())
                .extracting(Answer.WhichOne.Option::name)
                .containsExactly("Ben Castell", "Ada Brandt");
    }

    private Answer run(Command command, ChatInput.ButtonPress press) {
        assertThat(press.verb()).isEqualTo(command.verb());
        return runner.run(command, ada, SlotValues.ofInputs(press.inputs()), () -> {});
    }

    private Answer say(Command command, Map<Slot, String> slots) {
        return runner.run(command, ada, new SlotValues(slots), () -> {});
    }

    private Answer done(Object... what) {
        ran.add(List.of(what).stream().map(Object::toString).collect(Collectors.joining(" ")));
        return new Answer.Sorry("done");
    }

    private CommandRunner runner() {
        var ports = Fabrikam.model().ports();
        var tenantReader = new TenantReader(ports, clock, SnapshotAges.strict(Duration.ofMinutes(1)), Runnable::run);
        var tenant = new TenantView(
                tenantReader, ports.directory(), new JudgementSettings(Optional.empty(), false, Map.of()));
        var audit = (AuditTrail) Proxy.newProxyInstance(
                AuditTrail.class.getClassLoader(), new Class<?>[] {AuditTrail.class}, (_, _, arguments) -> {
                    trail.add((AuditEntry) arguments[0]);
                    return null;
                });
        return new CommandRunner(
                new PersonFinder(new PeopleSearch(ports.directory()), ports.directory()),
                new PolicyFinder(tenant),
                tenant,
                new AuditedReads(audit, clock),
                PersonNotes.NONE);
    }
}
