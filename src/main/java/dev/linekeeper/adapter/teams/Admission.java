package dev.linekeeper.adapter.teams;

import com.microsoft.bot.schema.Activity;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** What an activity must look like before anybody acts on it. Its body is not signed: it is held against its token. */
final class Admission {
    static final String CHANNEL = "msteams";

    private final Set<String> tenants;
    private final ServiceUrls serviceUrls;

    /**
     * Admits activities from the tenants and service URLs named.
     *
     * @param tenants Entra tenant ids; empty for any
     */
    Admission(Set<String> tenants, ServiceUrls serviceUrls) {
        this.tenants = tenants.stream().map(id -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        this.serviceUrls = serviceUrls;
    }

    /** Lets the activity pass, or throws why not. Without a token only what needs none is checked. */
    void check(Activity activity, @Nullable Jwt token) throws Refusal {
        checkEnvelope(activity);
        if (token != null) {
            checkToken(activity, token);
        }
        if (!tenants.isEmpty() && !tenants.contains(Speaker.tenant(activity))) {
            throw Refusal.forbidden("tenant-not-allowed");
        }
        if (!serviceUrls.allows(activity.getServiceUrl())) {
            throw Refusal.forbidden("service-url-not-allowed");
        }
    }

    private static void checkEnvelope(Activity activity) throws Refusal {
        boolean complete = Stream.of(activity.getType(), activity.getChannelId(), activity.getServiceUrl())
                .allMatch(Admission::isSet);
        if (!complete
                || activity.getConversation() == null
                || !isSet(activity.getConversation().getId())) {
            throw Refusal.malformed("type, channelId, serviceUrl and conversation.id are needed");
        }
    }

    private static void checkToken(Activity activity, Jwt token) throws Refusal {
        if (!activity.getServiceUrl().equalsIgnoreCase(token.getClaimAsString("serviceurl"))) {
            throw Refusal.forbidden("service-url-is-not-the-token's");
        }
        if (!CHANNEL.equals(activity.getChannelId())) {
            throw Refusal.forbidden("another-channel");
        }
    }

    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
