package dev.linekeeper.adapter.teams.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import dev.linekeeper.adapter.teams.cards.BotNotice;
import dev.linekeeper.adapter.teams.connector.ActivityJson;
import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Caller.ConversationType;
import dev.linekeeper.core.tenant.UserId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sender of an activity, by its verified envelope alone, never by a name, a mail address or card data. */
public sealed interface Sender {
    /** Why a sender is not served whose object id Teams does not say: anonymous people, and who changes a team. */
    String NO_OBJECT_ID = "no-object-id";

    /** The language of the sender's client. */
    Locale locale();

    /** A member of the organisation, as far as the envelope tells, and the conversation of the activity. */
    record KnownSender(Caller caller, Address address) implements Sender {
        @Override
        public Locale locale() {
            return caller.locale();
        }
    }

    /** A sender the bot does not serve: {@code reason} is for the log, {@code notice} for the sender. */
    record UnservedSender(Locale locale, String reason, BotNotice notice) implements Sender {}

    /** Another bot, or this one: it is never answered, as the two would answer each other for ever. */
    record OtherBot(Locale locale) implements Sender {}

    static Sender of(Activity activity) {
        Locale locale = locale(activity);
        ChannelAccount from = activity.getFrom();
        if (from != null && isBot(from)) {
            return new OtherBot(locale);
        }
        if (from == null
                || from.getAadObjectId() == null
                || from.getAadObjectId().isBlank()) {
            return new UnservedSender(locale, NO_OBJECT_ID, BotNotice.STRANGER);
        }
        if (isGuest(from) || !homeTenant(from, activity).equals(tenant(activity))) {
            return new UnservedSender(locale, "guest", BotNotice.STRANGER);
        }
        var id = new UserId(from.getAadObjectId());
        ConversationType place = place(activity);
        Address address = address(activity, Optional.of(id).filter(_ -> place == ConversationType.PERSONAL));
        return new KnownSender(
                new Caller(id, tenant(activity), locale, place, Optional.of(address), DeliveryKey.ofNamed(activity)),
                address);
    }

    /** The conversation of an activity that tells of no person: Teams does not say who added the bot to a team. */
    static KnownSender anybody(Activity activity, UserId reader) {
        Locale locale = locale(activity);
        return new KnownSender(
                new Caller(reader, tenant(activity), locale, place(activity)), address(activity, Optional.empty()));
    }

    private static Address address(Activity activity, Optional<UserId> reader) {
        return new Address(
                reader,
                place(activity),
                tenant(activity),
                locale(activity).toLanguageTag(),
                activity.getServiceUrl(),
                activity.getChannelId(),
                activity.getConversation().getId(),
                activity.getRecipient() == null
                        ? ""
                        : text(activity.getRecipient().getId()),
                activity.getFrom() == null ? "" : text(activity.getFrom().getId()));
    }

    /** Accounts of bots begin with 28; people have 29, or 8 where they are named in the old way. */
    private static boolean isBot(ChannelAccount from) {
        return text(from.getId()).startsWith("28:") || Set.of("bot", "skill").contains(role(from));
    }

    private static String role(ChannelAccount from) {
        return from.getRole() == null ? "" : from.getRole().toString().toLowerCase(Locale.ROOT);
    }

    /** The tenant of the conversation, or empty: {@code conversation.tenantId}, else {@code channelData.tenant.id}. */
    static String tenant(Activity activity) {
        String ofConversation = conversationTenant(activity);
        return ofConversation.isEmpty() ? channelTenant(activity) : ofConversation;
    }

    /** Whether the two places in which an activity names its tenant name different ones. */
    static boolean namesTwoTenants(Activity activity) {
        String ofConversation = conversationTenant(activity);
        String ofChannel = channelTenant(activity);
        return !ofConversation.isEmpty() && !ofChannel.isEmpty() && !ofConversation.equals(ofChannel);
    }

    private static String conversationTenant(Activity activity) {
        return activity.getConversation() == null
                ? ""
                : text(activity.getConversation().getTenantId()).strip().toLowerCase(Locale.ROOT);
    }

    private static String channelTenant(Activity activity) {
        return ActivityJson.tree(activity.getChannelData())
                .path("tenant")
                .path("id")
                .asText("")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** The sender's tenant, which Teams states when it is not the conversation's. */
    private static String homeTenant(ChannelAccount from, Activity activity) {
        return property(from, "tenantId").orElse(tenant(activity));
    }

    private static boolean isGuest(ChannelAccount from) {
        return property(from, "userRole")
                .filter(Set.of("guest", "anonymous")::contains)
                .isPresent();
    }

    private static Optional<String> property(ChannelAccount account, String name) {
        JsonNode value =
                account.getProperties() == null ? null : account.getProperties().get(name);
        return Optional.ofNullable(value)
                .map(node -> node.asText("").toLowerCase(Locale.ROOT))
                .filter(text -> !text.isBlank());
    }

    /** Anything but a personal chat counts as one where others read along. */
    private static ConversationType place(Activity activity) {
        String type = text(activity.getConversation().getConversationType()).toLowerCase(Locale.ROOT);
        return switch (type) {
            case "personal" -> ConversationType.PERSONAL;
            case "channel" -> ConversationType.CHANNEL;
            case "" -> activity.getConversation().isGroup() ? ConversationType.GROUP : ConversationType.PERSONAL;
            default -> ConversationType.GROUP;
        };
    }

    /** The language of the sender's client; English when it does not say. */
    static Locale locale(Activity activity) {
        String tag = activity.getLocale();
        try {
            return tag == null || tag.isBlank()
                    ? Locale.ENGLISH
                    : new Locale.Builder().setLanguageTag(tag).build();
        } catch (IllformedLocaleException _) {
            return Locale.ENGLISH;
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
