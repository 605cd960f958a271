package dev.linekeeper.chat;

import dev.linekeeper.core.enrolment.RequestId;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.Intent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks for what a request did to be taken back: a request of its own, which somebody approves. */
final class UndoRequest extends AboutRequest {
    private final AskedAnswers asked;

    UndoRequest(AskedAnswers asked) {
        this.asked = asked;
    }

    @Override
    public String verb() {
        return "undo";
    }

    @Override
    public List<Phrase> phrases() {
        return List.of(
                Phrase.of("undo {request} [because {reason}]"),
                Phrase.of("undo"),
                Phrase.of(
                        "(undo|revert|roll back|rollback|take back|put back) [request] {request} [(because|since|reason) [of] {reason}]"));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADMIN);
    }

    @Override
    List<Answer.Field> moreFields() {
        return List.of(Forms.text(Slot.REASON, false, ""));
    }

    @Override
    Answer answer(Caller caller, RequestId request, Slots slots) {
        return asked.answer(
                caller,
                request.toString(),
                asked.ask(
                        caller,
                        new Intent.Undo(request),
                        slots.text(Slot.REASON).orElse("")),
                Optional.empty());
    }
}
