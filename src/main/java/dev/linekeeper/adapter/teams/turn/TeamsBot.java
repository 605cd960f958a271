package dev.linekeeper.adapter.teams.turn;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.builder.ActivityHandler;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import dev.linekeeper.adapter.teams.auth.Sender;
import dev.linekeeper.adapter.teams.auth.Sender.KnownSender;
import dev.linekeeper.adapter.teams.auth.Sender.OtherBot;
import dev.linekeeper.adapter.teams.auth.Sender.UnservedSender;
import dev.linekeeper.adapter.teams.cards.BotNotice;
import dev.linekeeper.adapter.teams.connector.ActivityJson;
import dev.linekeeper.chat.FailureReference;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes each type of activity to its handler; other types are accepted and ignored. */
@SuppressWarnings("deprecation")
public // the whole SDK is: we use its core on purpose (ADR 3)
final class TeamsBot extends ActivityHandler {
    private static final Logger log = LoggerFactory.getLogger(TeamsBot.class);
    private static final Set<String> NO_EDIT = Set.of("undeletemessage", "softdeletemessage");

    private final MessageHandler messages;
    private final CardActionHandler cardActions;
    private final FileConsentHandler files;
    private final InstallationHandler installations;
    private final Replies replies;
    private final IncomingPace pace;

    TeamsBot(
            MessageHandler messages,
            CardActionHandler cardActions,
            FileConsentHandler files,
            InstallationHandler installations,
            Replies replies,
            IncomingPace pace) {
        this.messages = messages;
        this.cardActions = cardActions;
        this.files = files;
        this.installations = installations;
        this.replies = replies;
        this.pace = pace;
    }

    @Override
    protected CompletableFuture<Void> onMessageActivity(TurnContext turn) {
        var sender = TeamsAdapter.sender(turn);
        if (!pace.admits(turn.getActivity())) {
            askForPatience(turn, sender);
            return done();
        }
        switch (sender) {
            case KnownSender known -> answer(turn, known);
            case UnservedSender unserved -> replies.say(turn, unserved.notice().in(unserved.locale()));
            case OtherBot _ -> {}
        }
        return done();
    }

    private void askForPatience(TurnContext turn, Sender sender) {
        log.info("action=turn outcome=too-fast");
        if (!(sender instanceof OtherBot) && pace.mayTell(turn.getActivity())) {
            replies.say(turn, BotNotice.A_MOMENT.in(sender.locale()));
        }
    }

    private void answer(TurnContext turn, KnownSender known) {
        try {
            messages.answer(turn, known);
        } catch (RuntimeException failure) {
            log.error("action=turn outcome=failed reference={}", FailureReference.fresh(), failure);
            TeamsAdapter.unanswered(turn);
        }
    }

    @Override
    protected CompletableFuture<InvokeResponse> onInvokeActivity(TurnContext turn) {
        String name = String.valueOf(turn.getActivity().getName());
        return CompletableFuture.completedFuture(
                switch (name) {
                    case CardActionHandler.INVOKE -> pressed(turn);
                    case FileConsentHandler.INVOKE -> consented(turn);
                    default -> new InvokeResponse(501, null);
                });
    }

    private InvokeResponse pressed(TurnContext turn) {
        return switch (TeamsAdapter.sender(turn)) {
            case KnownSender known
            when !isPaced(turn) -> CardActionHandler.message(BotNotice.A_MOMENT.in(known.locale()));
            case KnownSender known -> cardActions.answer(turn, known);
            case UnservedSender unserved -> forbidden(unserved.notice(), unserved.locale());
            case OtherBot bot -> forbidden(BotNotice.STRANGER, bot.locale());
        };
    }

    private InvokeResponse consented(TurnContext turn) {
        return switch (TeamsAdapter.sender(turn)) {
            case KnownSender known
            when !pace.admits(turn.getActivity()) -> {
                askForPatience(turn, known);
                yield new InvokeResponse(200, null);
            }
            case KnownSender known -> files.answer(turn, known);
            case UnservedSender _, OtherBot _ -> new InvokeResponse(403, null);
        };
    }

    /** A client refreshes cards by itself, however many its reader has before them. */
    private boolean isPaced(TurnContext turn) {
        return ActivityReader.isRefresh(turn.getActivity()) || pace.admits(turn.getActivity());
    }

    private static InvokeResponse forbidden(BotNotice notice, Locale locale) {
        return CardActionHandler.error(403, "Forbidden", notice.in(locale));
    }

    @Override
    protected CompletableFuture<Void> onConversationUpdateActivity(TurnContext turn) {
        installations.conversationUpdated(turn, TeamsAdapter.sender(turn));
        return done();
    }

    @Override
    protected CompletableFuture<Void> onInstallationUpdate(TurnContext turn) {
        installations.installationUpdated(turn, TeamsAdapter.sender(turn));
        return done();
    }

    /** An edited message is answered like a new one; the SDK does not know edits. */
    @Override
    protected CompletableFuture<Void> onUnrecognizedActivityType(TurnContext turn) {
        return isEdit(turn.getActivity()) ? onMessageActivity(turn) : done();
    }

    private static boolean isEdit(Activity activity) {
        JsonNode event = ActivityJson.tree(activity.getChannelData()).path("eventType");
        return ActivityTypes.MESSAGE_UPDATE.equals(activity.getType())
                && !NO_EDIT.contains(event.asText("").toLowerCase(Locale.ROOT));
    }

    static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
