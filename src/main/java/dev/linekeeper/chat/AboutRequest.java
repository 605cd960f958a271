package dev.linekeeper.chat;

import dev.linekeeper.core.enrolment.RequestId;
import java.util.List;
import java.util.Optional;

/** A command about one request, by its number. */
abstract class AboutRequest implements Command {
    abstract Answer answer(Caller caller, RequestId request, Slots slots);

    /** Fields the form has besides the number. */
    List<Answer.Field> moreFields() {
        return List.of();
    }

    @Override
    public final Answer answer(Caller caller, Slots slots) {
        Optional<RequestId> request = slots.text(Slot.REQUEST).flatMap(RequestId::parse);
        if (request.isPresent()) {
            return answer(caller, request.get(), slots);
        }
        return Forms.of(
                verb(),
                phrases().getFirst().text(),
                CallerIds.appended(Forms.text(Slot.REQUEST, true, ""), moreFields()));
    }
}
