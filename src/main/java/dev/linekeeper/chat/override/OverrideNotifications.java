package dev.linekeeper.chat.override;

import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.MessageQueue;
import dev.linekeeper.core.override.EmergencyOverride;
import dev.linekeeper.core.override.OverrideState.OverrideAsked;
import dev.linekeeper.core.override.OverrideState.OverrideInForce;
import dev.linekeeper.core.override.OverrideState.OverrideOver;
import dev.linekeeper.core.request.Approval;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.override.OverrideStore;
import dev.linekeeper.service.override.StoredOverride;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Queues what people are told about overrides: approvers are asked, owner and auditor hear what comes in force and how it ends, and
 * those who answer for it are reminded.
 */
public record OverrideNotifications(OverrideStore store, Roles roles, MessageQueue queue, Clock clock) {
    /** The answer to whoever asks is such a card already. */
    private static final Duration ANSWER_FIRST = Duration.ofSeconds(3);

    /**
     * Follows a move of that number, if it is an override; to be told of one twice does no harm.
     *
     * @throws dev.linekeeper.service.people.RolesNotRead when it is not known who is to be told
     */
    public void moved(RequestId number, long version) {
        store.find(number).ifPresent(stored -> {
            queue.refresh(number);
            if (stored.version() == version) {
                tell(stored);
            }
        });
    }

    private void tell(StoredOverride stored) {
        EmergencyOverride override = stored.override();
        switch (override.state()) {
            case OverrideAsked _
            when stored.version() == 1 -> {
                override.approvers().forEach(approver -> queue.post(approver, BotMessage.card(override.id())));
                queue.post(override.requester(), BotMessage.card(override.id()), ANSWER_FIRST);
            }
            case OverrideAsked _ -> {}
            case OverrideInForce(_, var reminded)
            when reminded.isPresent() ->
                answering(override)
                        .forEach(who -> queue.post(who, BotMessage.reminder(override.id(), clock.instant())));
            case OverrideInForce _ -> outcome(stored, supervising(override));
            case OverrideOver _ -> outcome(stored, counted(override) ? everybody(override) : Set.of());
        }
    }

    private void outcome(StoredOverride stored, Set<UserId> others) {
        var readers = new HashSet<>(others);
        readers.add(stored.override().requester());
        readers.forEach(reader ->
                queue.post(reader, BotMessage.outcome(stored.override().id(), stored.version())));
    }

    private static boolean counted(EmergencyOverride override) {
        return override.approvals().size() >= EmergencyOverride.APPROVALS;
    }

    /** Voice admins over the person, and those who agreed. */
    private Set<UserId> answering(EmergencyOverride override) {
        var readers = new HashSet<>(roles.holdersOver(Role.ADMIN, override.person()));
        override.approvals().stream().map(Approval::by).forEach(readers::add);
        return readers;
    }

    private Set<UserId> supervising(EmergencyOverride override) {
        var readers = new HashSet<>(roles.holdersOver(Role.OWNER, override.person()));
        readers.addAll(roles.holdersOver(Role.AUDITOR, override.person()));
        return readers;
    }

    private Set<UserId> everybody(EmergencyOverride override) {
        var readers = new HashSet<>(answering(override));
        readers.addAll(supervising(override));
        return readers;
    }
}
