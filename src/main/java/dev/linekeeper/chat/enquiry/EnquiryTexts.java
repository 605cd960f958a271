package dev.linekeeper.chat.enquiry;

import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.core.enquiry.Enquiry;
import dev.linekeeper.core.enquiry.EnquiryState.EnquiryAnswered;
import dev.linekeeper.core.enquiry.EnquiryState.EnquiryOpen;
import dev.linekeeper.core.enquiry.EnquiryState.EnquiryTaken;
import dev.linekeeper.core.tenant.Explanation;
import java.util.Optional;

/** What is said of an enquiry. */
record EnquiryTexts(DisplayNames names) {
    Explanation title(Enquiry enquiry) {
        return say("title." + enquiry.kind(), names.of(enquiry.person()));
    }

    Explanation status(Enquiry enquiry) {
        return switch (enquiry.state()) {
            case EnquiryOpen() -> say("status.open", enquiry.at());
            case EnquiryTaken(var by, var at) -> say("status.taken", names.of(by), at);
            case EnquiryAnswered(var by, var at, _) -> say("status.answered", names.of(by), at);
        };
    }

    static String state(Enquiry enquiry) {
        return switch (enquiry.state()) {
            case EnquiryOpen() -> "ENQUIRY_OPEN";
            case EnquiryTaken _ -> "ENQUIRY_TAKEN";
            case EnquiryAnswered _ -> "ENQUIRY_ANSWERED";
        };
    }

    Row row(Enquiry enquiry) {
        return new Row(
                enquiry.isOpen() ? Tone.INFO : Tone.GOOD,
                Explanation.of("chat.requests.row", enquiry.id(), title(enquiry)),
                status(enquiry),
                Optional.of(ChatInput.press(
                        EnquiryCommands.OPEN,
                        Slot.REQUEST,
                        Long.toString(enquiry.id().number()))));
    }

    static Explanation say(String key, Object... arguments) {
        return Explanation.of("chat.enquiry." + key, arguments);
    }
}
