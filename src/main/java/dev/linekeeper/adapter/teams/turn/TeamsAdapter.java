package dev.linekeeper.adapter.teams.turn;

import com.microsoft.bot.builder.Bot;
import com.microsoft.bot.builder.BotAdapter;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.builder.TurnContextImpl;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.ConversationReference;
import com.microsoft.bot.schema.ResourceResponse;
import dev.linekeeper.adapter.teams.auth.Sender;
import dev.linekeeper.adapter.teams.connector.Connector;
import dev.linekeeper.adapter.teams.connector.Urgency;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The Bot Framework SDK's adapter over our {@link Connector}. Its futures are complete when returned: everything runs on
 * the virtual thread of the turn. Thread-safe.
 */
public final class TeamsAdapter extends BotAdapter {
    private static final String INVOKE_RESPONSE = "linekeeper.invokeResponse";
    private static final String SENDER = "linekeeper.sender";
    private static final String LEFT = "linekeeper.left";
    private static final String UNANSWERED = "linekeeper.unanswered";

    private final Connector connector;

    TeamsAdapter(Connector connector) {
        this.connector = connector;
    }

    /**
     * The end of a turn.
     *
     * @param response empty unless the activity is an invoke
     * @param isAnswered false when what was to be said could not be sent, and may be on another try
     */
    record TurnResult(Optional<InvokeResponse> response, boolean isAnswered) {}

    /**
     * Runs a turn to its end.
     *
     * @param left how long the HTTP request waits for it
     */
    TurnResult process(Activity activity, Sender sender, Bot bot, Duration left) {
        activity.setLocale(Sender.locale(activity).toLanguageTag()); // the SDK fails on an invalid one
        @SuppressWarnings("resource") // a late answer may still use it
        var turn = new TurnContextImpl(this, activity);
        turn.getTurnState().add(SENDER, sender);
        turn.getTurnState().add(LEFT, left);
        try {
            runPipeline(turn, bot::onTurn).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
        return new TurnResult(
                Optional.ofNullable(turn.getTurnState().get(INVOKE_RESPONSE)),
                turn.getTurnState().get(UNANSWERED) == null);
    }

    /** Notes that what the turn had to say could not be sent. */
    static void unanswered(TurnContext turn) {
        turn.getTurnState().replace(UNANSWERED, true);
    }

    /** How long the HTTP request waits for the turn that {@link #process} began. */
    static Duration left(TurnContext turn) {
        return turn.getTurnState().get(LEFT);
    }

    /** The sender of the turn that {@link #process} runs. */
    static Sender sender(TurnContext turn) {
        return turn.getTurnState().get(SENDER);
    }

    @Override
    public CompletableFuture<ResourceResponse[]> sendActivities(TurnContext turn, List<Activity> activities) {
        return CompletableFuture.completedFuture(
                activities.stream().map(activity -> send(turn, activity)).toArray(ResourceResponse[]::new));
    }

    private ResourceResponse send(TurnContext turn, Activity activity) {
        if (activity.isType(ActivityTypes.INVOKE_RESPONSE)) {
            turn.getTurnState().add(INVOKE_RESPONSE, activity.getValue());
            return new ResourceResponse("");
        }
        return new ResourceResponse(connector.post(activity, Urgency.REPLY));
    }

    @Override
    public CompletableFuture<ResourceResponse> updateActivity(TurnContext turn, Activity activity) {
        connector.replace(activity, Urgency.REPLY);
        return CompletableFuture.completedFuture(new ResourceResponse(activity.getId()));
    }

    /** Unsupported: cards are replaced, never deleted, so that people can read what was decided. */
    @Override
    public CompletableFuture<Void> deleteActivity(TurnContext turn, ConversationReference reference) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("Cards are not deleted"));
    }
}
