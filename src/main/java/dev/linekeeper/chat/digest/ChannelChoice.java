package dev.linekeeper.chat.digest;

import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.digest.AdminChannel.ChosenChannel;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.requests.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Chooses the admin channel and gives it up, which the audit trail has. */
public record ChannelChoice(AdminChannel channel, AuditTrail trail, Transactions transactions, Clock clock) {
    private static final String IN_PERSON = "in person";

    void choose(UserId who, Address address) {
        transactions.run(() -> {
            channel.choose(new ChosenChannel(address, clock.instant()));
            return trail.append(entry(Optional.of(who), address.conversationId()));
        });
    }

    /** Whether there was one. */
    boolean giveUp(UserId who) {
        return transactions.run(() -> channel.find()
                .filter(chosen -> channel.giveUp(chosen.address().conversationId()))
                .map(_ -> trail.append(entry(Optional.of(who), IN_PERSON)))
                .isPresent());
    }

    /** Gives it up as nobody's choice, once; {@code told} belongs to the same transaction and gets since when it was the channel. */
    void lost(String conversation, Consumer<Instant> told) {
        transactions.run(() -> channel.find()
                .filter(chosen -> chosen.address().conversationId().equals(conversation))
                .filter(_ -> channel.giveUp(conversation))
                .map(chosen -> {
                    told.accept(chosen.since());
                    return trail.append(entry(Optional.empty(), IN_PERSON));
                })
                .isPresent());
    }

    private AuditEntry entry(Optional<UserId> who, String where) {
        return new AuditEntry(
                clock.instant(),
                who,
                Action.SETTING,
                Optional.empty(),
                Optional.empty(),
                Map.of("setting", "news", "value", where));
    }
}
