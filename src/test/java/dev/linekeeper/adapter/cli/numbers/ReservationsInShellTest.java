package dev.linekeeper.adapter.cli.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.cli.BesideChat;
import dev.linekeeper.adapter.cli.ShellRun;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code number reserve}, {@code number reservations} and {@code number cancel} beside the chat, over a real store. */
class ReservationsInShellTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T08:00:00Z"), ZoneOffset.UTC);
    private static final String ANA = "ana.ruiz@contoso.example";

    private static ChatInMemory chat;

    @BeforeAll
    static void open() {
        chat = ChatInMemory.over(Fabrikam.demo(CLOCK), CLOCK);
    }

    @AfterAll
    static void close() {
        chat.close();
    }

    @BeforeEach
    void nothingIsReserved() {
        chat.store().forgetEverything();
    }

    private static ShellRun run(String... arguments) {
        return ShellRun.of(new BesideChat(chat), arguments);
    }

    private static ShellRun reserve(String number, String kind, String name, String who) {
        return run("number", "reserve", number, kind, name, "--until", "2027-01-31", "--reason", "May", "--as", who);
    }

    @Test
    void somebody_reserves_in_their_name_it_is_shown_and_cancelled_with_the_account_in_the_trail() {
        var kept = reserve("020 7946 0130", "--person", "priya.nair@contoso.example", ANA);
        assertThat(kept.out()).contains("+44 20 7946 0130 is reserved", "Priya Nair until Sunday, January 31, 2027");
        assertThat(kept.code()).isZero();

        var all = run("number", "reservations", "--format", "json").json();
        assertThat(all).hasSize(1);
        assertThat(all.get(0).path("number").asString()).isEqualTo("+442079460130");
        assertThat(all.get(0).path("for").asString()).isEqualTo("PERSON");
        assertThat(all.get(0).path("until").asString()).isEqualTo("2027-01-31");
        assertThat(run("number", "reservations").out()).contains("for Priya Nair until", "by Ana Ruiz: May");
        assertThat(run("number", "reservations", "--format", "csv").out()).contains("PERSON,Priya Nair,2027-01-31");
        assertThat(run("lookup", "+442079460130").out()).contains("for Priya Nair until");
        assertThat(run("lookup", "+442079460130", "--format", "json")
                        .json()
                        .path("reserved")
                        .path("name")
                        .asString())
                .isEqualTo("Priya Nair");
        assertThat(run("numbers", "--use", "free", "--format", "csv").out()).contains(",Priya Nair");

        assertThat(run("number", "cancel", "+442079460130", "--as", ANA).out()).contains("is not reserved any more");
        assertThat(run("number", "cancel", "+442079460130", "--as", ANA).code()).isEqualTo(1);
        assertThat(chat.store().audited())
                .extracting(it -> it.entry().action())
                .containsSubsequence(Action.RESERVED, Action.READ, Action.UNRESERVED, Action.READ);
        assertThat(chat.store().audited().get(1).entry().details())
                .containsEntry("shellUser", System.getProperty("user.name", ""));
    }

    @Test
    void what_takes_it_for_somebody_else_says_so_before_anything_is_asked() {
        reserve("+442079460130", "--person", "priya.nair@contoso.example", ANA);

        var policy = run(
                "policy",
                "new",
                "Leeds",
                "--account",
                "ra-london@contoso.example",
                "--callback",
                "+442079460130",
                "--preview");
        assertThat(policy.code()).isEqualTo(1);
        assertThat(policy.out()).contains("UNAVAILABLE", "reserved for Priya Nair until", "reserved it: May");
        assertThat(run("site", "Leeds", "--number", "+442079460130", "--as", ANA)
                        .err())
                .contains("reserved for Priya Nair until");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+442079460130 | --person | nobody@contoso.example | ana.ruiz | 2 | Nobody is called"
                        + " nobody@contoso.example",
                "+442079460130 | --account | ra-nowhere@contoso.example | ana.ruiz | 2 | There is no resource account",
                "+442079460130 | --site | *** | ana.ruiz | 2 | is no name of a site",
                "+442079460130 | --purpose | ' ' | ana.ruiz | 2 | A purpose takes 1 to 200 characters",
                "+14255550100 | --purpose | fax | ana.ruiz | 1 | Only a free number of the tenant",
                "0130 | --purpose | fax | ana.ruiz | 2 | Which number is 0130?",
                "+442079460130 | --purpose | fax | adele.vance | 2 | may not reserve numbers: that is for the role"
                        + " ADMIN",
                "+442079460130 | --purpose | fax | mia.gast_fabrikam.example#EXT# | 2 | own people",
            })
    void what_cannot_be_is_said_and_nothing_is_kept(
            String number, String kind, String name, String who, int code, String said) {
        var run = reserve(number, kind, name, who + "@contoso.example");

        assertThat(run.out() + run.err()).contains(said);
        assertThat(run.code()).isEqualTo(code);
        assertThat(chat.store().reservations().open()).isEmpty();
    }

    @Test
    void it_takes_somebody_who_does_it_and_one_thing_it_is_for() {
        assertThat(run("number", "reserve", "+442079460130", "--purpose", "fax").err())
                .contains("Reserving takes the person who does it: --as UPN");
        assertThat(run("number", "reserve", "+442079460130", "--as", ANA).code())
                .isEqualTo(2);
        assertThat(run("number", "reserve", "+442079460130", "--site", "x", "--purpose", "y", "--as", ANA)
                        .code())
                .isEqualTo(2);
        assertThat(run("number", "cancel", "+442079460130").err()).contains("--as UPN");
        assertThat(chat.store().reservations().open()).isEmpty();
    }
}
