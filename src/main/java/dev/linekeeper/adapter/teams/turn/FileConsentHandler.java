package dev.linekeeper.adapter.teams.turn;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import dev.linekeeper.adapter.teams.auth.DeliveryKey;
import dev.linekeeper.adapter.teams.auth.Sender.KnownSender;
import dev.linekeeper.adapter.teams.cards.FileCards;
import dev.linekeeper.adapter.teams.connector.ActivityJson;
import dev.linekeeper.adapter.teams.connector.BestEffortAddresses;
import dev.linekeeper.adapter.teams.files.FileTransfers;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.FailureReference;
import dev.linekeeper.chat.files.FileSource;
import dev.linekeeper.core.tenant.Explanation;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Puts an offered file into the OneDrive of whoever consents, and tells them. Its content is made only now, for the sender of the
 * verified activity; what the card carries names the file and entitles to nothing. Thread-safe.
 */
public final class FileConsentHandler {
    static final String INVOKE = "fileConsent/invoke";

    private static final Logger log = LoggerFactory.getLogger(FileConsentHandler.class);

    private final ObjectProvider<FileSource> sources;
    private final FileTransfers transfers;
    private final BestEffortAddresses addresses;
    private final Deliveries deliveries;
    private final Replies replies;

    FileConsentHandler(
            ObjectProvider<FileSource> sources,
            FileTransfers transfers,
            BestEffortAddresses addresses,
            Deliveries deliveries,
            Replies replies) {
        this.sources = sources;
        this.transfers = transfers;
        this.addresses = addresses;
        this.deliveries = deliveries;
        this.replies = replies;
    }

    /** One answer to one card, by the verified sender. */
    private record Consent(TurnContext turn, KnownSender sender, JsonNode value) {
        boolean isAccepted() {
            return value.path("action").asText("").equals("accept");
        }

        /** The name as the card has it; for the eyes of whoever sent it alone. */
        String name() {
            return context("name");
        }

        String context(String member) {
            return value.path("context").path(member).asText("");
        }

        String upload(String member) {
            return value.path("uploadInfo").path(member).asText("");
        }

        String card() {
            String id = turn.getActivity().getReplyToId();
            return id == null ? "" : id;
        }

        String key() {
            return DeliveryKey.of("file", sender.address().conversationId(), card(), context("source"), context("id"));
        }
    }

    /** Returns when the person is told; the request has its response by then. */
    InvokeResponse answer(TurnContext turn, KnownSender sender) {
        addresses.heard(sender.address());
        var consent =
                new Consent(turn, sender, ActivityJson.object(turn.getActivity().getValue()));
        try {
            if (!deliveries.unlessDone(consent.key(), () -> settled(consent))) {
                post(consent, note(Tone.INFO, "chat.file.repeated", consent.name()));
            }
        } catch (RuntimeException failure) {
            var reference = FailureReference.fresh();
            log.error("action=put-file outcome=failed reference={}", reference, failure);
            post(consent, new Answer.Sorry(reference));
        }
        return new InvokeResponse(200, null);
    }

    /** False when the person may answer the card once more. */
    private boolean settled(Consent consent) {
        if (!consent.isAccepted()) {
            log.info("action=put-file outcome=declined");
            replace(consent, note(Tone.INFO, "chat.file.declined", consent.name()));
            return true;
        }
        Optional<byte[]> content = content(consent);
        if (content.isEmpty()) {
            log.info("action=put-file outcome=not-there source={}", consent.context("source"));
            replace(consent, note(Tone.WARNING, "chat.file.not-there", consent.name()));
            return true;
        }
        Optional<Explanation> refused = transfers.put(consent.name(), consent.upload("uploadUrl"), content.get());
        refused.ifPresent(why -> post(
                consent,
                new Answer.Note(
                        Tone.WARNING, Explanation.of("chat.file.not-put.title", consent.name()), why, List.of())));
        if (refused.isEmpty()) {
            replies.send(
                    consent.turn(),
                    FileCards.info(
                            consent.upload("name"),
                            consent.upload("contentUrl"),
                            consent.upload("uniqueId"),
                            consent.upload("fileType"),
                            consent.sender().address()));
            replace(consent, note(Tone.GOOD, "chat.file.put", consent.name()));
        }
        return refused.isEmpty();
    }

    private Optional<byte[]> content(Consent consent) {
        return sources.stream()
                .filter(_ -> !consent.sender().caller().othersReadAlong())
                .filter(source -> source.kind().equals(consent.context("source")))
                .findFirst()
                .flatMap(source -> source.content(
                        consent.context("id"), consent.sender().caller().id()));
    }

    /** Puts the answer where the question was. */
    private void replace(Consent consent, Answer answer) {
        if (consent.card().isEmpty()) {
            post(consent, answer);
        } else {
            replies.replace(consent.turn(), consent.sender(), consent.card(), answer);
        }
    }

    private void post(Consent consent, Answer answer) {
        replies.post(consent.turn(), consent.sender(), answer);
    }

    private static Answer note(Tone tone, String key, String name) {
        return new Answer.Note(
                tone, Explanation.of(key + ".title", name), Explanation.of(key + ".text", name), List.of());
    }
}
