package dev.linekeeper.service.bulk;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.ButtonTokens;
import dev.linekeeper.service.requests.DecisionInput;
import dev.linekeeper.service.requests.DecisionInput.TokenPress;
import dev.linekeeper.service.requests.DecisionResult;
import dev.linekeeper.service.requests.RequestAction;
import dev.linekeeper.service.requests.RequestDecision;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.RequestStore.Stored;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

/** Approves several equal requests by one press, each by its own rules and in the state the press was for. */
public record DecisionTogether(RequestStore store, RequestDecision decision, ButtonTokens tokens, Clock clock) {
    private static final Duration SHOWN = Duration.ofDays(1);
    private static final Duration CONFIRMED_WITHIN = Duration.ofMinutes(10);

    /** A token for a button under a list that {@code reader} is about to see. */
    public String offer(EqualRequests requests, UserId reader) {
        return tokens.issue(
                requests, RequestAction.APPROVE, reader, clock.instant().plus(SHOWN));
    }

    public Together approve(UserId who, List<RequestId> ids, DecisionInput input) {
        if (!(input instanceof TokenPress(var token))) {
            var results = new LinkedHashMap<RequestId, DecisionResult>();
            ids.forEach(id -> results.put(id, decision.approve(who, id, input)));
            return new Together.EachDecided(results);
        }
        List<Stored> stored =
                ids.stream().flatMap(id -> store.find(id).stream()).toList();
        if (stored.isEmpty()) {
            return new Together.StaleTogether();
        }
        var requests = new EqualRequests(stored);
        if (tokens.redeem(token, requests, RequestAction.CONFIRM, who)) {
            return each(who, requests, RequestAction.CONFIRM);
        }
        if (!tokens.redeem(token, requests, RequestAction.APPROVE, who)) {
            return new Together.StaleTogether();
        }
        return requests.isHigh()
                ? new Together.AskedOnceMore(
                        requests,
                        tokens.issue(
                                requests,
                                RequestAction.CONFIRM,
                                who,
                                clock.instant().plus(CONFIRMED_WITHIN)))
                : each(who, requests, RequestAction.APPROVE);
    }

    /** By a token of its own for the state that was shown, so that one that moves at this moment is not decided unseen. */
    private Together each(UserId who, EqualRequests requests, RequestAction action) {
        var results = new LinkedHashMap<RequestId, DecisionResult>();
        for (Stored one : requests.requests()) {
            var press = new TokenPress(
                    tokens.issue(one, action, who, clock.instant().plus(CONFIRMED_WITHIN)));
            results.put(
                    one.id(),
                    action == RequestAction.CONFIRM
                            ? decision.confirm(who, one.id(), press)
                            : decision.approve(who, one.id(), press));
        }
        return new Together.EachDecided(results);
    }
}
