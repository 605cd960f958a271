package dev.linekeeper.adapter.teams.turn;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.builder.ActivityHandler;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import dev.linekeeper.adapter.teams.auth.Sender.KnownSender;
import dev.linekeeper.adapter.teams.auth.Sender.UnservedSender;
import dev.linekeeper.adapter.teams.connector.ActivityJson;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** Passes each type of activity to its handler; other types are accepted and ignored. */
@SuppressWarnings("deprecation")
public // the whole SDK is: we use its core on purpose (ADR 3)
final class TeamsBot extends ActivityHandler {
    private static final Set<String> NO_EDIT = Set.of("undeleteMessage", "softDeleteMessage");

    private final MessageHandler messages;
    private final CardActionHandler cardActions;
    private final InstallationHandler installations;
    private final Replies replies;

    TeamsBot(
            MessageHandler messages,
            CardActionHandler cardActions,
            InstallationHandler installations,
            Replies replies) {
        this.messages = messages;
        this.cardActions = cardActions;
        this.installations = installations;
        this.replies = replies;
    }

    @Override
    protected CompletableFuture<Void> onMessageActivity(TurnContext turn) {
        switch (TeamsAdapter.sender(turn)) {
            case KnownSender known -> messages.answer(turn, known);
            case UnservedSender unserved -> replies.say(turn, unserved.notice().in(unserved.locale()));
        }
        return done();
    }

    @Override
    protected CompletableFuture<InvokeResponse> onInvokeActivity(TurnContext turn) {
        return CompletableFuture.completedFuture(
                switch (TeamsAdapter.sender(turn)) {
                    case KnownSender known
                    when CardActionHandler.INVOKE.equals(turn.getActivity().getName()) ->
                        cardActions.answer(turn, known);
                    case KnownSender _ -> new InvokeResponse(501, null);
                    case UnservedSender unserved ->
                        CardActionHandler.error(
                                403, "Forbidden", unserved.notice().in(unserved.locale()));
                });
    }

    @Override
    protected CompletableFuture<Void> onConversationUpdateActivity(TurnContext turn) {
        return whenKnown(turn, installations::conversationUpdated);
    }

    @Override
    protected CompletableFuture<Void> onInstallationUpdate(TurnContext turn) {
        return whenKnown(turn, installations::installationUpdated);
    }

    /** An edited message is answered like a new one; the SDK does not know edits. */
    @Override
    protected CompletableFuture<Void> onUnrecognizedActivityType(TurnContext turn) {
        return isEdit(turn.getActivity()) ? onMessageActivity(turn) : done();
    }

    private CompletableFuture<Void> whenKnown(TurnContext turn, BiConsumer<TurnContext, KnownSender> handler) {
        if (TeamsAdapter.sender(turn) instanceof KnownSender known) {
            handler.accept(turn, known);
        }
        return done();
    }

    private static boolean isEdit(Activity activity) {
        JsonNode event = ActivityJson.tree(activity.getChannelData()).path("eventType");
        return ActivityTypes.MESSAGE_UPDATE.equals(activity.getType()) && !NO_EDIT.contains(event.asText(""));
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
