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
 * Welcomes people whose chat, or channel, the bot was added to, and forgets chats it was removed from. Teams tells of both
 * twice, as a conversation update and as an installation update.
 */
public final class InstallationHandler {
    private static final Logger log = LoggerFactory.getLogger(InstallationHandler.class);
    private static final Set<String> ADDED = Set.of("add", "add-upgrade");
    private static final Set<String> REMOVED = Set.of("remove", "remove-upgrade");

    private final Chat chat;
    private final BestEffortAddresses addresses;
    private final Replies replies;
    private final ObjectProvider<PendingRequestCards> arrivals;
    private final Clock clock;

    /** With {@code arrivals} people are shown, after the welcome, what waited for them to have a chat with the bot. */
    InstallationHandler(
            Chat chat,
            BestEffortAddresses addresses,
            Replies replies,
            ObjectProvider<PendingRequestCards> arrivals,
            Clock clock) {
        this.chat = chat;
        this.addresses = addresses;
        this.replies = replies;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    void installationUpdated(TurnContext turn, KnownSender speaker) {
        String action = turn.getActivity().getAction();
        if (action != null && ADDED.contains(action)) {
            added(turn, speaker);
        } else if (action != null && REMOVED.contains(action)) {
            removed(speaker);
        }
    }

    void conversationUpdated(TurnContext turn, KnownSender speaker) {
        Activity activity = turn.getActivity();
        if (isAmong(activity.getMembersAdded(), activity)) {
            added(turn, speaker);
        } else if (isAmong(activity.getMembersRemoved(), activity)) {
            removed(speaker);
        }
    }

    private void added(TurnContext turn, KnownSender speaker) {
        if (speaker.caller().place() == ConversationType.PERSONAL) {
            addresses.remember(speaker.caller().id(), speaker.address());
        }
        if (isFirstWelcome(speaker)) {
            log.info(
                    "action=welcome caller={} place={}",
                    speaker.caller().id(),
                    speaker.caller().place());
            replies.post(turn, speaker, chat.welcome(speaker.caller()));
        }
        if (speaker.caller().place() == ConversationType.PERSONAL) {
            arrivals.ifAvailable(it -> it.welcome(speaker.caller().id()));
        }
    }

    /** Whoever installs the bot again later is welcomed again. */
    private boolean isFirstWelcome(KnownSender speaker) {
        Instant now = clock.instant();
        String hour = now.truncatedTo(ChronoUnit.HOURS).toString();
        return addresses.firstSight(DeliveryKey.of("welcome", speaker.address().conversationId(), hour), now);
    }

    private void removed(KnownSender speaker) {
        if (speaker.caller().place() == ConversationType.PERSONAL) {
            log.info("action=forget caller={}", speaker.caller().id());
            addresses.forget(speaker.caller().id());
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
