package dev.linekeeper.chat.setup;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.core.tenant.Explanation;
import java.util.List;

/**
 * Where an administrator grants what app registrations ask for, for the whole organisation (<a
 * href="https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent">Microsoft's page</a>).
 *
 * @param registrations app ids of the registrations that have such a page; a managed identity has none
 * @param tenant the Entra tenant, by its id
 */
public record ConsentLinks(String tenant, List<String> registrations) {
    public ConsentLinks {
        registrations = registrations.stream().distinct().toList();
    }

    /** The links, to be copied; a note where there is nothing to consent to on such a page. */
    Answer card() {
        if (registrations.isEmpty()) {
            return NoteCards.of(Tone.INFO, "chat.setup.no-consent");
        }
        return new Answer.Script(
                Explanation.of("chat.setup.consent.title"),
                Explanation.of("chat.setup.consent.text"),
                registrations.stream()
                        .map(app ->
                                "https://login.microsoftonline.com/%s/adminconsent?client_id=%s".formatted(tenant, app))
                        .toList(),
                List.of(NoteCards.say("doctor", "chat.doctor.again")));
    }
}
