package dev.linekeeper.adapter.teams.cards;

import com.fasterxml.jackson.databind.util.RawValue;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationAccount;
import com.microsoft.bot.schema.TextFormatTypes;
import dev.linekeeper.chat.Addresses.Address;

/** Builds activities of type message. */
public final class CardActivity {
    public static final String ADAPTIVE_CARD = "application/vnd.microsoft.card.adaptive";

    private CardActivity() {}

    /** A message with a card, which is not parsed again; its text is the summary that notifications show. */
    public static Activity of(RenderedCard card, Address to) {
        Activity activity = message(to);
        activity.setSummary(card.fallback());
        activity.setAttachment(new Attachment());
        activity.getAttachments().getFirst().setContentType(ADAPTIVE_CARD);
        activity.getAttachments().getFirst().setContent(content(card));
        return activity;
    }

    /** The card's JSON as a value that is written unchanged. */
    public static RawValue content(RenderedCard card) {
        return new RawValue(new PrewrittenCard(card));
    }

    public static Activity text(String text, Address to) {
        Activity activity = message(to);
        activity.setTextFormat(TextFormatTypes.PLAIN);
        activity.setText(text);
        return activity;
    }

    static Activity message(Address to) {
        var activity = new Activity(ActivityTypes.MESSAGE);
        activity.setServiceUrl(to.serviceUrl());
        activity.setChannelId(to.channelId());
        activity.setLocale(to.locale());
        activity.setFrom(new ChannelAccount(to.botId()));
        activity.setRecipient(new ChannelAccount(to.userId()));
        activity.setConversation(new ConversationAccount(to.conversationId()));
        return activity;
    }
}
