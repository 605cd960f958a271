package dev.linekeeper.chat.digest;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.service.digest.DigestReading;
import dev.linekeeper.service.digest.DigestTally;
import dev.linekeeper.service.people.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The digest as somebody asks for it: as things are now, beside the digests of before; it is not kept. */
public record DigestCommand(DigestReading reading, DigestCards cards, Clock clock, ZoneId zone) {
    Command statement() {
        return command("digest")
                .by(Role.ADMIN, Role.HELPDESK, Role.AUDITOR, Role.OWNER)
                .reads()
                .says(
                        "digest",
                        "[(show|give) me] [(the|a)] [weekly] (digest|overview)",
                        "how (are things|is everything|is everybody)",
                        "überblick",
                        "aperçu")
                .answers(this::now);
    }

    private Answer now(Invocation invocation) {
        var tally = new AtomicReference<@Nullable DigestTally>();
        invocation.tellMeanwhile(() -> soFar(tally.get()));
        var figures = reading.take(LocalDate.ofInstant(clock.instant(), zone), tally::set);
        invocation.noteReadOfMany();
        return cards.of(figures, invocation.caller());
    }

    private static Answer soFar(@Nullable DigestTally tally) {
        return tally == null
                ? NoteCards.reading()
                : NoteCards.of(Tone.INFO, "chat.digest.so-far", tally.looked(), tally.ready(), tally.broken());
    }
}
