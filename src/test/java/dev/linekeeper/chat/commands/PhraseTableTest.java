package dev.linekeeper.chat.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.CommandBook;
import dev.linekeeper.chat.engine.CommandBook.CommandMatch;
import dev.linekeeper.chat.engine.SlotValues;
import dev.linekeeper.chat.engine.Utterance;
import dev.linekeeper.service.people.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseTableTest {
    private final CommandBook book = CommandsForTests.withoutServices();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        help | help |
        Hello | hello |
        hi! | hello |
        What can you do? | help |
        how does this work | help |
        whoami | whoami |
        Who am I? | whoami |
        what am I allowed to do | whoami |
        check adele | check | thing=adele
        CHECK   Adele   Vance | check | thing=Adele Vance
        could you please check adele? | check | thing=adele
        Please, check: adele. | check | thing=adele
        hey linekeeper, can you check adele for me please | check | thing=adele
        I'd like you to check adele@contoso.example, thanks! | check | thing=adele@contoso.example
        I want to check London | check | thing=London
        is adele ready? | check | thing=adele
        Is Adele Vance ready for Shared Calling? | check | thing=Adele Vance
        status of adele | check | thing=adele
        what is wrong with diego | check | thing=diego
        what’s wrong with diego? | check | thing=diego
        check all | check | thing=all
        check adele with London | check | policy=London; thing=adele
        would adele be ready for London? | check | policy=London; thing=adele
        verify London | check | thing=London
        check policy Reno | check | thing=Reno
        please check the Shared Calling policy Seattle annex | check | thing=Seattle annex
        check resource account ra-reno | check | thing=ra-reno
        check | check |
        enrol | enrol |
        enrol adele with London | enrol | people=adele; policy=London
        enroll adele with London | enrol | people=adele; policy=London
        Enrol Adele Vance, Sam Lee and Diego with London because they join the sales desk | enrol | people=Adele Vance, Sam Lee and Diego; policy=London; reason=they join the sales desk
        please enrol adele in London since she is new | enrol | people=adele; policy=London; reason=she is new
        would you add adele to London? | enrol | people=adele; policy=London
        put adele in London | enrol | people=adele; policy=London
        give adele shared calling with London | enrol | people=adele; policy=London
        give adele shared calling | enrol | people=adele
        with London enrol adele | enrol | people=adele; policy=London
        set up London | set-up | name=London
        Set up the new site Leeds Road | set-up | name=Leeds Road
        please set up a site called St. Ives | set-up | name=St. Ives
        set up London account ra-london type Operator Connect country GB | set-up | account=ra-london; country=GB; name=London; type=Operator Connect
        set up London with account ra-london | set-up | account=ra-london; name=London
        richte den Standort Köln ein | set-up | name=Köln
        Standort Köln einrichten | set-up | name=Köln
        préparer le site Lyon | set-up | name=Lyon
        mettre en place le nouveau site Lyon | set-up | name=Lyon
        set up | set-up |
        how far is the site London? | sites | name=London
        close site London | close-site | name=London
        set up adele for London because of a new desk | enrol | people=adele; policy=London; reason=a new desk
        enrol adele | enrol | people=adele
        onboard adele@contoso.example using policy SC-SEA | enrol | people=adele@contoso.example; policy=SC-SEA
        plan adele with London | plan | person=adele; policy=London
        preview adele in London | plan | person=adele; policy=London
        what would change for adele with policy London? | plan | person=adele; policy=London
        plan | plan |
        move adele to Berlin | move | person=adele; policy=Berlin
        switch adele over to Berlin because she moved | move | person=adele; policy=Berlin; reason=she moved
        transfer adele to policy Berlin please | move | person=adele; policy=Berlin
        move | move |
        remove adele | remove | person=adele
        unenrol adele because she left | remove | person=adele; reason=she left
        take adele out of shared calling | remove | person=adele
        remove adele from shared calling | remove | person=adele
        offboard adele | remove | person=adele
        emergency | my-emergency |
        what happens if I dial 112? | my-emergency | digits=112
        what happens when I call 911 | my-emergency | digits=911
        112 | my-emergency |
        emergency adele | emergency | thing=adele
        emergency settings for London | emergency | thing=London
        emergency calls of adele | emergency | thing=adele
        what happens if adele dials 911? | emergency | digits=911; thing=adele
        what happens if +44 20 7946 0100 goes away | impact | thing=+44 20 7946 0100
        what happens if the policy London is deleted | impact | thing=London
        what happens if we lose +442079460100? | impact | thing=+442079460100
        impact London | impact | thing=London
        impact of removing ra-lon@contoso.example | impact | thing=ra-lon@contoso.example
        who uses London | impact | thing=London
        remove number +442079460100 | impact | thing=+442079460100
        impact | impact |
        what's my caller ID | my-caller-id |
        What’s my caller ID? | my-caller-id |
        whats my caller id | my-caller-id |
        my number | my-caller-id |
        tell me my caller id | my-caller-id |
        which number do people see when I call them? | my-caller-id |
        what do others see when I call | my-caller-id |
        caller id | my-caller-id |
        caller id of adele | caller-id | person=adele
        Caller ID for Adele Vance, please | caller-id | person=Adele Vance
        what number does adele show? | caller-id | person=adele
        which number do customers see when adele calls? | caller-id | person=adele
        why can't diego call | why | person=diego
        why can’t diego call out? | why | person=diego
        why cant diego call | why | person=diego
        Why cannot Diego call anyone? | why | person=Diego
        diego can't call | why | person=diego
        why is diego not able to call out | why | person=diego
        diagnose diego | why | person=diego
        requests | requests |
        show open requests | requests |
        my requests | requests |
        what is waiting? | requests |
        pending | requests |
        request 1042 | request | request=1042
        show SC-1042 | request | request=SC-1042
        sc 1042 | request | request=sc 1042
        #1042 | request | request=#1042
        approve 1042 | approve | request=1042
        please approve SC-1042! | approve | request=SC-1042
        accept request 1042 | approve | request=1042
        deny 1042 because the licence is missing | deny | reason=the licence is missing; request=1042
        reject SC-1042 | deny | request=SC-1042
        decline 1042, because no | deny | reason=no; request=1042
        cancel 1042 | cancel | request=1042
        withdraw my request 1042 | cancel | request=1042
        undo 1042 | undo | request=1042
        roll back request 1042 because of a mistake | undo | reason=a mistake; request=1042
        try again 1042 | retry | request=1042
        resume 1042 | resume | request=1042
        continue request 1042 | resume | request=1042
        pause 1042 | pause | request=1042
        hold SC-1042 | pause | request=SC-1042
        stop 1042 | stop | request=1042
        stop my request 1042 | stop | request=1042
        doctor | doctor |
        check the setup | doctor |
        export SC-1042 | export | request=SC-1042
        export 1042 as PowerShell | export | request=1042
        script for 1042 | export | request=1042
        done 1042 | done | request=1042
        1042 was done by hand | done | request=1042
        audit 1042 | audit | thing=1042
        audit adele | audit | thing=adele
        who approved SC-1042? | audit | thing=SC-1042
        what happened to adele | audit | thing=adele
        policies | policies |
        list policies | policies |
        which policies are there? | policies |
        accounts | accounts |
        show all resource accounts | accounts |
        """)
    void is_understood(String said, String verb, String slots) {
        Optional<CommandMatch> meant = book.understand(Utterance.of(said).text());

        assertThat(meant).as(said).isPresent();
        assertThat(meant.get().command().verb()).isEqualTo(verb);
        assertThat(written(meant.get().slots())).isEqualTo(slots == null ? "" : slots);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
        chek adele | check adele
        enrl adele with London | enrol adele with London
        enorl adele with London | enrol adele with London
        aprove 1042 | approve 1042
        reqests | requests
        hlep | help
        polcies | policies
        emergancy adele | emergency adele
        caler id of adele | caller id of adele
        remvoe adele | remove adele
        """)
    void a_typo_within_reach_is_asked_back(String said, String meant) {
        assertThat(book.understand(Utterance.of(said).text())).isEmpty();
        assertThat(book.correction(Utterance.of(said).text(), Set.of(Role.values())))
                .contains(meant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        what a lovely day
        1 + 1
        ${enrol}
        <b>enrol</b>
        🤖🤖🤖
        """)
    void what_means_nothing_is_not_guessed(String said) {
        assertThat(book.understand(Utterance.of(said).text())).isEmpty();
        assertThat(book.correction(Utterance.of(said).text(), Set.of(Role.values())))
                .isEmpty();
    }

    @Test
    void a_guess_is_of_what_one_may_say() {
        assertThat(book.correction("aprove 1042", Set.of(Role.USER, Role.HELPDESK)))
                .isEmpty();
    }

    @Test
    void a_long_text_is_searched_in_no_time() {
        String text = "enrol " + "a, ".repeat(600);

        assertThat(book.understand(Utterance.of(text).text())).isPresent();
    }

    @Test
    void two_commands_of_one_name_stop_the_start() {
        Command help = CommandsForTests.named("twice");

        assertThatThrownBy(() -> new CommandBook(List.of(help, help))).hasMessageContaining("twice");
    }

    private static String written(SlotValues slots) {
        return slots.inputs().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(slot -> slot.getKey() + "=" + slot.getValue())
                .collect(Collectors.joining("; "));
    }
}
