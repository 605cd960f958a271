package dev.linekeeper.chat.override;

import static dev.linekeeper.chat.engine.Command.command;
import static dev.linekeeper.chat.override.OverrideTexts.say;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestTexts;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.chat.schedule.Days;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.override.OverrideDesk;
import dev.linekeeper.service.override.OverrideMove;
import dev.linekeeper.service.override.OverrideMove.DeciderBarred;
import dev.linekeeper.service.override.OverrideMove.NoSuchOverride;
import dev.linekeeper.service.override.OverrideMove.NotTheirPerson;
import dev.linekeeper.service.override.OverrideMove.OverrideMoved;
import dev.linekeeper.service.override.OverrideMove.OverrideMovedOn;
import dev.linekeeper.service.override.OverrideMove.OverrideNotAsked;
import dev.linekeeper.service.override.OverrideMove.OverrideUnexplained;
import dev.linekeeper.service.override.OverrideSubmission;
import dev.linekeeper.service.override.OverrideSubmission.OverrideWish;
import dev.linekeeper.service.override.StoredOverride;
import dev.linekeeper.service.people.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Commands about overrides of emergency gaps. */
public record OverrideCommands(OverrideSubmission submission, OverrideDesk desk, OverrideCards cards, Days days) {
    public List<Command> commands() {
        return List.of(
                command("override")
                        .by(Role.ADMIN)
                        .personal()
                        .says(
                                "override {person} with {policy} until {end} because {reason}",
                                "override",
                                "override {person} [(with|under|for) [policy] {policy}] [(until|till|through) {end}]"
                                        + " [(because|since|reason) [of] {reason}]",
                                "[ask for] [an] override (for|of) {person} (with|under) [policy] {policy}"
                                        + " [(until|till|through) {end}] [(because|since|reason) [of] {reason}]",
                                "accept [the] [emergency] gap of {person} (with|under) [policy] {policy}"
                                        + " [(until|till|through) {end}] [(because|since|reason) [of] {reason}]")
                        .asks(Slot.PERSON, Slot.POLICY, Slot.END, Slot.REASON)
                        .answers(invocation -> days.with(invocation, schedule -> ask(invocation, schedule))),
                command("overrides")
                        .by(OverrideCards.READERS)
                        .personal()
                        .reads()
                        .says("overrides", "(show|list|open|all) [(the|all|open)] overrides", "accepted gaps")
                        .answers(this::list),
                command(OverrideCards.APPROVE)
                        .by(Role.APPROVER)
                        .personal()
                        .says("approve override {request}", "(approve|accept|allow|grant) [the] override {request}")
                        .asks(Slot.REQUEST)
                        .answers(invocation -> moved(
                                invocation,
                                desk.approve(invocation.caller().id(), invocation.request(), shown(invocation)))),
                command(OverrideCards.DENY)
                        .by(Role.APPROVER)
                        .personal()
                        .says(
                                "deny override {request} because {reason}",
                                "(deny|reject|decline|refuse) [the] override {request}"
                                        + " [(because|since|reason) [of] {reason}]")
                        .asks(Slot.REQUEST, Slot.REASON)
                        .answers(invocation -> moved(
                                invocation,
                                desk.deny(
                                        invocation.caller().id(),
                                        invocation.request(),
                                        shown(invocation),
                                        invocation.reason()))),
                command(OverrideCards.CLOSE)
                        .by(Role.ADMIN)
                        .personal()
                        .says(
                                "close override {thing} because {reason}",
                                "(close|end|withdraw|cancel) [the] override [(of|for)] {thing}"
                                        + " [(because|since|reason) [of] {reason}]")
                        .asks(Slot.THING, Slot.REASON)
                        .answers(this::close));
    }

    private Answer ask(Invocation invocation, Optional<Schedule> schedule) {
        LocalDate until = schedule.flatMap(Schedule::end).orElseThrow();
        return moved(
                invocation,
                submission.ask(new OverrideWish(
                        invocation.caller().id(),
                        invocation.person().id(),
                        invocation.policy(),
                        until,
                        invocation.reason())));
    }

    private Answer list(Invocation invocation) {
        invocation.noteReadOfMany();
        return cards.list();
    }

    private Answer close(Invocation invocation) {
        return invocation
                .requestIn(Slot.THING)
                .map(id -> close(invocation, id))
                .orElseGet(() -> invocation.withPerson(
                        Slot.THING,
                        person -> desk.store()
                                .openOf(person.id())
                                .map(stored ->
                                        close(invocation, stored.override().id()))
                                .orElseGet(
                                        () -> NoteCards.of(Tone.INFO, "chat.override.nobody", person.displayName()))));
    }

    private Answer close(Invocation invocation, RequestId id) {
        return moved(invocation, desk.close(invocation.caller().id(), id, invocation.reason()));
    }

    private static OptionalLong shown(Invocation invocation) {
        return invocation
                .text(Slot.THING)
                .filter(text -> text.matches("\\d{1,15}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }

    private Answer moved(Invocation invocation, OverrideMove move) {
        return switch (move) {
            case OverrideMoved(var now) -> card(invocation, now, Optional.empty());
            case OverrideMovedOn(var now) -> card(invocation, now, Optional.of(say("moved-on")));
            case DeciderBarred(var why, var now) -> card(invocation, now, Optional.of(RequestTexts.refusal(why)));
            case OverrideUnexplained _ -> NoteCards.of(Tone.STOP, "chat.override.reason");
            case NotTheirPerson _ -> NoteCards.of(Tone.STOP, "chat.override.scope");
            case NoSuchOverride _ ->
                NoteCards.of(
                        Tone.INFO,
                        "chat.override.no-such",
                        invocation
                                .text(Slot.REQUEST)
                                .or(() -> invocation.text(Slot.THING))
                                .orElse(""));
            case OverrideNotAsked(var why, var details) ->
                NoteCards.of(Tone.STOP, "chat.override.not." + why, details.toArray());
        };
    }

    private Answer card(Invocation invocation, StoredOverride now, Optional<Explanation> notice) {
        return cards.of(now.override().id(), invocation.caller(), notice)
                .<Answer>map(card -> card)
                .orElseGet(NoteCards::inOwnChat);
    }
}
