package dev.linekeeper.chat.attestation;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.digest.NewsCards;
import dev.linekeeper.core.attestation.Attestation;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.attestation.AttestationReminders;
import dev.linekeeper.service.digest.NewsItem;
import java.util.List;
import java.util.Optional;

/** The news that what was attested is soon over; nobody is named on it. */
public record AttestationNewsCards(AttestationLines lines) implements NewsCards {
    @Override
    public String kind() {
        return AttestationReminders.KIND;
    }

    @Override
    public Answer card(NewsItem item, Caller reader) {
        return lines.store()
                .find(new RequestId(Long.parseLong(item.subject())))
                .filter(said -> said.withdrawn().isEmpty())
                .filter(said -> lines.store()
                        .newest(said.rule(), said.subject())
                        .map(Attestation::id)
                        .equals(Optional.of(said.id())))
                .<Answer>map(said -> new Answer.Note(
                        Tone.WARNING,
                        AttestationTexts.say("soon.title", said.rule().value(), said.name(), said.until()),
                        AttestationTexts.say("soon.text", said.rule().value(), said.name(), said.until()),
                        List.of(AttestationLines.attest(said.rule(), said.name()), NoteCards.say("attestations"))))
                .orElseGet(() -> NoteCards.of(Tone.INFO, "chat.attestation.settled"));
    }
}
