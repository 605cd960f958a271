package dev.linekeeper.adapter.teams.cards;

import com.fasterxml.jackson.core.io.SerializedString;

/** A card inside an activity: its bytes are copied into the activity's JSON as they are. */
final class PrewrittenCard extends SerializedString {
    PrewrittenCard(RenderedCard card) {
        super(card.json());
        _unquotedUTF8Ref = card.utf8();
    }
}
