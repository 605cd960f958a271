package dev.linekeeper.app;

import dev.linekeeper.adapter.teams.cards.CardActivity;
import dev.linekeeper.adapter.teams.cards.CardRenderer;
import dev.linekeeper.adapter.teams.connector.ActivityJson;
import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Caller.ConversationType;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.CommandBook;
import dev.linekeeper.core.tenant.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * What a turn does without asking anybody, writing anything or sending it anywhere, once before the bot is ready: the first person
 * does not wait until phrases, templates and the shape of activities are loaded.
 */
record WarmUp(CommandBook book, CardRenderer renderer) implements ApplicationRunner {
    private static final Caller NOBODY =
            new Caller(new UserId("00000000-0000-0000-0000-000000000000"), "", Locale.UK, ConversationType.PERSONAL);
    private static final Address NOWHERE = new Address(
            Optional.empty(), NOBODY.place(), NOBODY.tenantId(), "en-GB", "http://localhost/", "msteams", "", "", "");

    @Override
    public void run(ApplicationArguments none) {
        answer("what's my caller ID");
    }

    /** The activity with the answer, as JSON that was read again. */
    String answer(String said) {
        var note = book.understand(said).map(_ -> NoteCards.inOwnChat()).orElseGet(NoteCards::notUnderstood);
        byte[] sent = ActivityJson.write(CardActivity.of(renderer.of(note, NOBODY), NOWHERE));
        return new String(ActivityJson.write(ActivityJson.read(sent)), StandardCharsets.UTF_8);
    }
}
