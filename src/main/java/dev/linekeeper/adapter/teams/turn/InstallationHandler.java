package dev.linekeeper.adapter.teams.turn;

import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import dev.linekeeper.adapter.teams.auth.DeliveryKey;
import dev.linekeeper.adapter.teams.auth.Sender;
import dev.linekeeper.adapter.teams.auth.Sender.KnownSender;
import dev.linekeeper.adapter.teams.connector.BestEffortAddresses;
import dev.linekeeper.adapter.teams.connector.TeamsOutbox;
import dev.linekeeper.chat.Caller.ConversationType;
import dev.linekeeper.chat.Chat;
import dev.linekeeper.chat.DeliveryLog.DeliveryState;
import dev.linekeeper.chat.digest.NewsDelivery;
import dev.linekeeper.chat.notifications.PendingRequestCards;
import dev.linekeeper.chat.setup.FirstRun;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    private final Chat chat;
    private final BestEffortAddresses addresses;
    private final Replies replies;
    private final NewsDelivery news;
    private final ObjectProvider<PendingRequestCards> pendingCards;
    private final ObjectProvider<FirstRun> firstRun;
    private final Clock clock;

    /**
     * {@code pendingCards}, if available, shows after the welcome the requests that wait for the person's decision, and {@code
     * firstRun} an owner how the bot is set up.
     */
    InstallationHandler(
            Chat chat,
            BestEffortAddresses addresses,
            Replies replies,
            NewsDelivery news,
            ObjectProvider<PendingRequestCards> pendingCards,
            ObjectProvider<FirstRun> firstRun,
            Clock clock) {
        this.chat = chat;
        this.addresses = addresses;
        this.replies = replies;
        this.news = news;
        this.pendingCards = pendingCards;
        this.firstRun = firstRun;
        this.clock = clock;
    }

    /** A new version of the app is noted and welcomes nobody; that the old one goes is no removal. */
    void installationUpdated(TurnContext turn, Sender sender) {
        switch (String.valueOf(turn.getActivity().getAction())) {
            case "add" -> newcomer(turn, sender).ifPresent(known -> added(turn, known));
            case "add-upgrade" -> newcomer(turn, sender).ifPresent(known -> addresses.heard(known.address()));
            case "remove" -> newcomer(turn, sender).ifPresent(this::removed);
            default -> log.debug("action=install outcome=ignored");
        }
    }

    void conversationUpdated(TurnContext turn, Sender sender) {
        Activity activity = turn.getActivity();
        if (isAmong(activity.getMembersAdded(), activity)) {
            newcomer(turn, sender).ifPresent(known -> added(turn, known));
        } else if (isAmong(activity.getMembersRemoved(), activity)) {
            newcomer(turn, sender).ifPresent(this::removed);
        }
    }

    /** Whom the event is about: in a team or group chat nobody in particular, when Teams does not say who did it. */
    private static Optional<KnownSender> newcomer(TurnContext turn, Sender sender) {
        return switch (sender) {
            case KnownSender known -> Optional.of(known);
            case Sender.UnservedSender(_, var reason, _)
            when reason.equals(Sender.NO_OBJECT_ID) ->
                Optional.of(Sender.anybody(turn.getActivity(), TeamsOutbox.ANYBODY))
                        .filter(all -> all.caller().othersReadAlong());
            case Sender.UnservedSender _, Sender.OtherBot _ -> Optional.empty();
        };
    }

    private void added(TurnContext turn, KnownSender sender) {
        addresses.heard(sender.address());
        if (isFirstWelcome(sender)) {
            log.info(
                    "action=welcome caller={} place={}",
                    sender.caller().id(),
                    sender.caller().place());
            addresses.ended(
                    welcome(sender), replies.post(turn, sender, chat.welcome(sender.caller())), clock.instant());
        }
        if (sender.caller().place() == ConversationType.PERSONAL) {
            firstRun.ifAvailable(it -> it.welcome(sender.caller().id()));
            pendingCards.ifAvailable(it -> it.welcome(sender.caller().id()));
        }
    }

    /** Once an installation: until the bot is removed, or for a day, should nobody tell that it was. */
    private boolean isFirstWelcome(KnownSender sender) {
        Instant now = clock.instant();
        return addresses.begin(welcome(sender), now, now.minus(TurnTimeouts.DEAD)) == DeliveryState.FIRST;
    }

    private static String welcome(KnownSender sender) {
        return DeliveryKey.of("welcome", sender.address().conversationId());
    }

    /** Forgets the chat, group chat or team; cards in other channels of a team are forgotten when Teams refuses to replace them. */
    private void removed(KnownSender sender) {
        log.info(
                "action=forget caller={} place={}",
                sender.caller().id(),
                sender.caller().place());
        addresses.left(sender.address(), welcome(sender));
        if (sender.caller().place() == ConversationType.PERSONAL) {
            addresses.forget(sender.caller().id());
        } else {
            news.lost(sender.address().channel());
        }
    }

    private static boolean isAmong(@Nullable List<ChannelAccount> members, Activity activity) {
        return members != null
                && activity.getRecipient() != null
                && members.stream()
                        .anyMatch(member -> member != null
                                && member.getId() != null
                                && member.getId()
                                        .equalsIgnoreCase(
                                                activity.getRecipient().getId()));
    }
}
