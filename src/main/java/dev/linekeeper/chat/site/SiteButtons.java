package dev.linekeeper.chat.site;

import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.attestation.AttestationLines;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.fixes.FixButtons;
import dev.linekeeper.core.attestation.AttestedCase;
import dev.linekeeper.core.fixes.Fixable;
import dev.linekeeper.core.site.SiteCandidates;
import dev.linekeeper.core.site.SiteChecklist;
import dev.linekeeper.core.site.SiteLine;
import dev.linekeeper.core.site.SiteStep;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The buttons of a checklist: what Linekeeper can ask for now, in the order of the lines, then what to do with the site. */
record SiteButtons(SiteChecklist checklist, Tenant tenant) {
    private static final int ACCOUNTS = 4;

    List<Suggestion> all() {
        return Stream.of(
                        checklist.lines().stream().flatMap(this::of),
                        checklist.isReady() ? Stream.of(enrol()) : Stream.<Suggestion>empty(),
                        ofSite())
                .flatMap(buttons -> buttons)
                .toList();
    }

    private Stream<Suggestion> of(SiteLine line) {
        return switch (line.state()) {
            case NOT_DONE, WARNING -> toDo(line);
            case MANUAL ->
                line.step() == SiteStep.TEST_CALL
                        ? toDo(line)
                        : checklist.attested().map(AttestedCase::written).stream()
                                .flatMap(written ->
                                        line.rules().stream().map(rule -> AttestationLines.attest(rule.id(), written)));
            case UNREAD, WAITS, ATTESTED, DONE, NOT_NEEDED -> Stream.empty();
        };
    }

    private Stream<Suggestion> toDo(SiteLine line) {
        return switch (line.step()) {
            case ACCOUNT -> checklist.account().isEmpty() ? accounts() : Stream.empty();
            case POLICY -> policy().stream();
            case CALLBACKS -> Stream.of(change());
            case TEST_CALL -> Stream.of(NoteCards.say("test call " + checklist.policy()));
            case EMERGENCY_ROUTING -> fix(Fixable.EMERGENCY_ROUTING);
            case EMPTY_ROUTING -> fix(Fixable.EMPTY_ROUTING);
            default ->
                checklist.attested().stream()
                        .flatMap(about ->
                                line.rules().stream().flatMap(rule -> FixButtons.button(rule.id(), about).stream()))
                        .map(button -> checklist
                                .chosen(line.step(), tenant)
                                .map(choice -> with(choice, button))
                                .orElse(button));
        };
    }

    private Stream<Suggestion> fix(Fixable what) {
        return checklist.attested().flatMap(about -> FixButtons.button(what.rule(), about)).stream();
    }

    private static Suggestion with(String choice, Suggestion button) {
        return new Suggestion(
                button.label(),
                "%s with %s".formatted(button.typed(), choice),
                button.press().with(Slot.CHOICE, choice));
    }

    /** Which account it is, is asked; nothing is taken for granted where only one has the name in its own. */
    private Stream<Suggestion> accounts() {
        return Stream.concat(
                candidates(),
                Stream.of(new Suggestion(
                        Explanation.of("chat.site.button.new-account"),
                        "new account for site " + checklist.name(),
                        new ButtonPress(
                                NewAccountCommand.NEW_ACCOUNT,
                                Map.of(Slot.NAME.key(), checklist.name().value())))));
    }

    private Stream<Suggestion> candidates() {
        return new SiteCandidates(checklist.name(), tenant)
                .accounts().known().orElse(List.of()).stream()
                        .limit(ACCOUNTS)
                        .map(account -> new Suggestion(
                                Explanation.of("chat.site.button.account", account.displayName()),
                                "set up %s account %s".formatted(checklist.name(), account.userPrincipalName()),
                                new ButtonPress(
                                        SiteCommands.SET_UP,
                                        Map.of(
                                                Slot.NAME.key(),
                                                        checklist.name().value(),
                                                Slot.ACCOUNT.key(), account.id().value()))));
    }

    private List<Suggestion> policy() {
        return tenant.sharedCalling(checklist.policy())
                .fold(
                        found -> found.isPresent()
                                ? List.of(change())
                                : checklist
                                        .account()
                                        .map(this::make)
                                        .map(List::of)
                                        .orElse(List.of()),
                        _ -> List.of());
    }

    private Suggestion make(ResourceAccount account) {
        return new Suggestion(
                Explanation.of("chat.site.button.new-policy", checklist.policy()),
                "new policy %s for %s".formatted(checklist.policy(), account.userPrincipalName()),
                new ButtonPress(
                        CommandVerbs.NEW_POLICY,
                        Map.of(
                                Slot.NAME.key(), checklist.policy().value(),
                                Slot.ACCOUNT.key(), account.userPrincipalName())));
    }

    private Suggestion change() {
        return new Suggestion(
                Explanation.of("chat.site.button.change-policy", checklist.policy()),
                "change policy " + checklist.policy(),
                new ButtonPress(
                        CommandVerbs.CHANGE_POLICY,
                        Map.of(Slot.POLICY.key(), checklist.policy().value())));
    }

    private Suggestion enrol() {
        return new Suggestion(
                Explanation.of("chat.site.button.enrol", checklist.policy()),
                "enrol PEOPLE with " + checklist.policy(),
                new ButtonPress(
                        CommandVerbs.ENROL,
                        Map.of(Slot.POLICY.key(), checklist.policy().value())));
    }

    private Stream<Suggestion> ofSite() {
        return Stream.of(
                NoteCards.say("choose for site " + checklist.name(), "chat.site.button.choose"),
                NoteCards.say("set up " + checklist.name(), "chat.site.button.again"),
                NoteCards.say("close site " + checklist.name(), "chat.site.button.close"));
    }
}
