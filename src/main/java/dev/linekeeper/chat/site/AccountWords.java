package dev.linekeeper.chat.site;

import dev.linekeeper.chat.Answer.Note;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.core.site.AccountName;
import dev.linekeeper.core.tenant.ResourceAccount.Application;
import dev.linekeeper.core.tenant.groundwork.NewAccount;
import java.util.Optional;
import java.util.Set;

/** A new account in somebody's words: the principal name it is to get, and what it is to be called. */
public record AccountWords(String written, String called) {
    /** What Entra takes for a display name. */
    private static final int LONGEST = 256;

    /** Why no account can be asked for by these words; empty where one can. Without domains nobody tells the organisation's own. */
    public Optional<Note> obstacle(Set<String> domains) {
        if (called.length() > LONGEST) {
            return Optional.of(NoteCards.of(Tone.INFO, "chat.account.too-long", LONGEST));
        }
        Optional<AccountName> name = AccountName.of(written);
        if (name.isEmpty()) {
            String shown = written.substring(0, Math.min(SiteCommands.SHOWN, written.length()));
            return Optional.of(NoteCards.of(Tone.INFO, "chat.account.no-name", shown));
        }
        if (domains.isEmpty()) {
            return Optional.of(NoteCards.of(Tone.WARNING, "chat.asked.no-answer", "it does not tell its domains"));
        }
        return name.map(AccountName::domain)
                .filter(it -> !domains.contains(it))
                .map(it -> NoteCards.of(
                        Tone.STOP,
                        "chat.account.domain",
                        it,
                        domains.stream().sorted().toList()));
    }

    /** What makes the account, where there is no obstacle. */
    public NewAccount fix() {
        return new NewAccount(
                AccountName.of(written).orElseThrow().value(),
                called,
                Optional.empty(),
                Optional.of(Application.AUTO_ATTENDANT));
    }
}
