package dev.linekeeper.adapter.teams.auth;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import dev.linekeeper.adapter.teams.auth.Sender.KnownSender;
import dev.linekeeper.adapter.teams.auth.Sender.OtherBot;
import dev.linekeeper.adapter.teams.auth.Sender.UnservedSender;
import dev.linekeeper.adapter.teams.cards.BotNotice;
import dev.linekeeper.adapter.teams.connector.ServiceUrls;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.server.ResponseStatusException;

/**
 * The checks of an activity before the chat gets it. Three come first, before or while the body is read:
 *
 * <ol>
 *   <li>the connection (403): without a bot identity only from this machine, {@link LoopbackFilter}; to an open path
 *   <li>the token (401): issued to the connector, for this bot, by a key endorsed for Teams, {@link ConnectorTokens}
 *   <li>the body (415, 413, 400): an activity in JSON of limited size, {@link dev.linekeeper.adapter.teams.turn.MessagesEndpoint}
 * </ol>
 *
 * {@link #admit} lists the others in order. The body is not signed, so it is compared with its token. Thread-safe.
 */
public final class ActivityChecks {
    static final String CHANNEL = "msteams";

    private static final Logger log = LoggerFactory.getLogger(ActivityChecks.class);

    private final Set<String> tenants;
    private final ServiceUrls serviceUrls;
    private final Optional<OrganisationMembers> members;
    private final TurnedAway turnedAway;

    /**
     * @param tenants Entra tenant ids; empty for any
     * @param members of the organisation; empty without a bot identity, when everybody with an object id counts as one
     */
    public ActivityChecks(
            Set<String> tenants,
            ServiceUrls serviceUrls,
            Optional<OrganisationMembers> members,
            TurnedAway turnedAway) {
        this.tenants = tenants.stream().map(id -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        this.serviceUrls = serviceUrls;
        this.members = members;
        this.turnedAway = turnedAway;
    }

    /**
     * Refuses an activity that is not for this bot. Asks nobody, so that the refusal is immediate; it is noted in the audit trail.
     *
     * @param token of the connector, already verified; null without a bot identity
     * @throws ResponseStatusException with the status to answer and a reason for the log
     */
    public void admit(Activity activity, @Nullable Jwt token) {
        check(activity, token != null, serviceUrl(token));
    }

    private void check(Activity activity, boolean hasToken, String covered) {
        try {
            if (hasToken) {
                mustBeWhatTheTokenIsFor(activity, covered);
                mustComeFromTeams(activity);
            }
            mustBeComplete(activity);
            mustBeOfATenantServed(activity);
            mustBeAnsweredWhereAllowed(activity);
        } catch (ResponseStatusException refusal) {
            if (refusal.getStatusCode() == HttpStatus.FORBIDDEN) {
                turnedAway.note(activity, String.valueOf(refusal.getReason()));
            }
            throw refusal;
        }
    }

    /** What the token is for; empty without one, or when it does not say. */
    public static String serviceUrl(@Nullable Jwt token) {
        return token != null && token.getClaim("serviceurl") instanceof String covered ? covered : "";
    }

    /**
     * The same for an activity that was admitted before and kept: with a bot identity it must have come with a token.
     *
     * @param serviceUrl {@link #serviceUrl} of its token
     */
    public void readmit(Activity activity, String serviceUrl) {
        check(activity, members.isPresent(), serviceUrl);
    }

    private static void mustBeComplete(Activity activity) {
        boolean complete = Stream.of(activity.getType(), activity.getChannelId(), activity.getServiceUrl())
                .allMatch(ActivityChecks::isSet);
        if (!complete
                || activity.getConversation() == null
                || !isSet(activity.getConversation().getId())) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "type, channelId, serviceUrl and conversation.id are needed");
        }
    }

    private static void mustBeWhatTheTokenIsFor(Activity activity, String covered) {
        if (covered.isEmpty() || !covered.equalsIgnoreCase(activity.getServiceUrl())) {
            throw forbidden("service-url-is-not-the-token's");
        }
    }

    private static void mustComeFromTeams(Activity activity) {
        if (!CHANNEL.equals(activity.getChannelId())) {
            throw forbidden("another-channel");
        }
    }

    private void mustBeOfATenantServed(Activity activity) {
        if (Sender.namesTwoTenants(activity)) {
            throw forbidden("two-tenants");
        }
        if (!tenants.isEmpty() && !tenants.contains(Sender.tenant(activity))) {
            throw forbidden("tenant-not-allowed");
        }
    }

    private void mustBeAnsweredWhereAllowed(Activity activity) {
        if (!serviceUrls.allows(activity.getServiceUrl())) {
            throw forbidden("service-url-not-allowed");
        }
    }

    /**
     * The sender of an admitted activity, for which the directory may be asked; guests, senders of other tenants and people unknown to the directory are noted as refused when they ask
     * for something. Events of a team have no object id as a rule.
     */
    public Sender sender(Activity activity) {
        Sender sender = switch (Sender.of(activity)) {
            case KnownSender known -> members.map(all -> memberOnly(known, all)).orElse(known);
            case UnservedSender unserved -> unserved;
            case OtherBot bot -> bot;
        };
        if (sender instanceof UnservedSender(_, var reason, _) && asks(activity)) {
            log.warn("action=refuse reason={} type={} tenant={}", reason, activity.getType(), Sender.tenant(activity));
            turnedAway.note(activity, reason);
        }
        return sender;
    }

    private static boolean asks(Activity activity) {
        return activity.isType(ActivityTypes.MESSAGE) || activity.isType(ActivityTypes.INVOKE);
    }

    private static Sender memberOnly(KnownSender known, OrganisationMembers all) {
        return switch (all.of(known.caller().id())) {
            case MEMBER -> known;
            case OUTSIDER -> new UnservedSender(known.caller().locale(), "not-in-the-directory", BotNotice.STRANGER);
            case UNKNOWN -> new UnservedSender(known.caller().locale(), "directory-cannot-tell", BotNotice.CANNOT_TELL);
        };
    }

    private static ResponseStatusException forbidden(String reason) {
        return new ResponseStatusException(HttpStatus.FORBIDDEN, reason);
    }

    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
