package dev.linekeeper.adapter.teams.cards;

import com.fasterxml.jackson.core.io.SerializedString;

/** A card in an activity whose bytes are copied to the activity's JSON unchanged. */
final class PrewrittenCard extends SerializedString {
    PrewrittenCard(RenderedCard card) {
        super(card.json());
        _unquotedUTF8Ref = card.utf8();
    }
}
