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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The Bot Framework SDK's adapter over our {@link Connector}. Its futures are complete when returned: everything runs on
 * the virtual thread of the turn. Thread-safe.
 */
public final class TeamsAdapter extends BotAdapter {
    private static final String SENDER = "linekeeper.sender";
    private static final String RESPONSE = "linekeeper.response";
    private static final String UNANSWERED = "linekeeper.unanswered";

    private final Connector connector;

    TeamsAdapter(Connector connector) {
        this.connector = connector;
    }

    /**
     * Runs a turn to its end; whether what was to be said was taken, or never will be.
     *
     * @param response gets the response of an invoke; when it has one already, the HTTP request has ended
     */
    boolean process(Activity activity, Sender sender, Bot bot, CompletableFuture<InvokeResponse> response) {
        activity.setLocale(Sender.locale(activity).toLanguageTag()); // the SDK fails on an invalid one
        @SuppressWarnings("resource") // a late answer may still use it
        var turn = new TurnContextImpl(this, activity);
        turn.getTurnState().add(SENDER, sender);
        turn.getTurnState().add(RESPONSE, response);
        try {
            runPipeline(turn, bot::onTurn).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
        return turn.getTurnState().get(UNANSWERED) == null;
    }

    /** Answers the HTTP request of an invoke; false when it has ended, so that the answer must follow. */
    static boolean respond(TurnContext turn, InvokeResponse answer) {
        CompletableFuture<InvokeResponse> response = turn.getTurnState().get(RESPONSE);
        return response.complete(answer);
    }

    /** Notes that what the turn had to say could not be sent. */
    static void unanswered(TurnContext turn) {
        turn.getTurnState().replace(UNANSWERED, true);
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
            respond(turn, (InvokeResponse) activity.getValue());
            return new ResourceResponse("");
        }
        boolean isTyping = activity.isType(ActivityTypes.TYPING);
        return new ResourceResponse(connector.post(activity, isTyping ? Urgency.PASSING : Urgency.REPLY));
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
