package dev.linekeeper.adapter.teams.turn;

import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import dev.linekeeper.adapter.teams.auth.DeliveryKey;
import dev.linekeeper.adapter.teams.auth.Sender.KnownSender;
import dev.linekeeper.adapter.teams.connector.BestEffortAddresses;
import dev.linekeeper.chat.Caller.ConversationType;
import dev.linekeeper.chat.Chat;
import dev.linekeeper.chat.notifications.PendingRequestCards;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Welcomes people when the bot is added to their chat or channel, and forgets chats it is removed from. Teams sends both
 * events twice, as a conversation update and as an installation update. Thread-safe.
 */
public final class InstallationHandler {
    private static final Logger log = LoggerFactory.getLogger(InstallationHandler.class);
    private static final Set<String> ADDED = Set.of("add", "add-upgrade");
    private static final Set<String> REMOVED = Set.of("remove", "remove-upgrade");

    private final Chat chat;
    private final BestEffortAddresses addresses;
    private final Replies replies;
    private final ObjectProvider<PendingRequestCards> pendingCards;
    private final Clock clock;

    /** {@code pendingCards}, if available, shows after the welcome the requests that wait for the person's decision. */
    InstallationHandler(
            Chat chat,
            BestEffortAddresses addresses,
            Replies replies,
            ObjectProvider<PendingRequestCards> pendingCards,
            Clock clock) {
        this.chat = chat;
        this.addresses = addresses;
        this.replies = replies;
        this.pendingCards = pendingCards;
        this.clock = clock;
    }

    void installationUpdated(TurnContext turn, KnownSender sender) {
        String action = turn.getActivity().getAction();
        if (action != null && ADDED.contains(action)) {
            added(turn, sender);
        } else if (action != null && REMOVED.contains(action)) {
            removed(sender);
        }
    }

    void conversationUpdated(TurnContext turn, KnownSender sender) {
        Activity activity = turn.getActivity();
        if (isAmong(activity.getMembersAdded(), activity)) {
            added(turn, sender);
        } else if (isAmong(activity.getMembersRemoved(), activity)) {
            removed(sender);
        }
    }

    private void added(TurnContext turn, KnownSender sender) {
        addresses.heard(sender.address());
        if (isFirstWelcome(sender)) {
            log.info(
                    "action=welcome caller={} place={}",
                    sender.caller().id(),
                    sender.caller().place());
            replies.post(turn, sender, chat.welcome(sender.caller()));
        }
        if (sender.caller().place() == ConversationType.PERSONAL) {
            pendingCards.ifAvailable(it -> it.welcome(sender.caller().id()));
        }
    }

    /** Once an hour and conversation, so that a later new installation is welcomed again. */
    private boolean isFirstWelcome(KnownSender sender) {
        Instant now = clock.instant();
        String hour = now.truncatedTo(ChronoUnit.HOURS).toString();
        return addresses.isFirstDelivery(
                DeliveryKey.of("welcome", sender.address().conversationId(), hour), now);
    }

    private void removed(KnownSender sender) {
        if (sender.caller().place() == ConversationType.PERSONAL) {
            log.info("action=forget caller={}", sender.caller().id());
            addresses.forget(sender.caller().id());
        }
    }

    private static boolean isAmong(@Nullable List<ChannelAccount> members, Activity activity) {
        return members != null
                && activity.getRecipient() != null
                && members.stream()
                        .anyMatch(member -> member.getId() != null
                                && member.getId().equals(activity.getRecipient().getId()));
    }
}
