package dev.linekeeper.chat.attestation;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.core.attestation.AttestableRules;
import dev.linekeeper.core.attestation.Attestation;
import dev.linekeeper.core.attestation.AttestationState;
import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.attestation.AttestationResult;
import dev.linekeeper.service.attestation.AttestationResult.Attested;
import dev.linekeeper.service.attestation.AttestationResult.NotAttested;
import dev.linekeeper.service.attestation.AttestationResult.NothingToAttest;
import dev.linekeeper.service.attestation.AttestationResult.OfSomethingElse;
import dev.linekeeper.service.attestation.AttestationResult.OvertakenBySomebody;
import dev.linekeeper.service.attestation.AttestationResult.RestsOnNothingRead;
import dev.linekeeper.service.attestation.AttestationResult.TakenBack;
import dev.linekeeper.service.attestation.AttestationResult.TooFarAway;
import java.util.List;
import java.util.function.Function;

/** What is said of attestations. */
public final class AttestationTexts {
    private AttestationTexts() {}

    static Explanation say(String key, Object... arguments) {
        return Explanation.of("chat.attestation." + key, arguments);
    }

    /** Who said it, on which day, until when and why; or that it does not count any more, and why not. */
    static Explanation standing(Attestation said, AttestationState state, Function<UserId, String> names) {
        return say(state.name(), RequestCards.name(names.apply(said.by())), said.at(), said.until(), said.reason());
    }

    /** What became of something somebody wanted. */
    public static Answer.Note note(AttestationResult result) {
        return switch (result) {
            case Attested(var now) -> note(Tone.GOOD, "attested", now.rule(), now.name(), now.until());
            case TakenBack(var now) -> note(Tone.INFO, "taken-back", now.rule(), now.name());
            case NothingToAttest(var rule, var name, var verdict) ->
                note(Tone.INFO, "nothing", rule, name, verdict.explanation().orElseGet(() -> say("passes")));
            case OfSomethingElse(var rule, var name) -> note(Tone.WARNING, "of-something-else", rule, name);
            case RestsOnNothingRead(var why) -> note(Tone.WARNING, "unread", why);
            case TooFarAway(var until, var latest) -> note(Tone.WARNING, "too-far", until, latest);
            case NotAttested(var rule, var name) -> note(Tone.INFO, "not-attested", rule, name);
            case OvertakenBySomebody _ -> note(Tone.WARNING, "overtaken");
        };
    }

    static Answer.Note noSuchRule(String written) {
        return note(
                Tone.WARNING,
                "no-such-rule",
                written,
                AttestableRules.all().stream().map(Object::toString).toList());
    }

    static Answer.Note noSuchThing(String written) {
        return note(Tone.WARNING, "no-such-thing", written);
    }

    static Answer.Note noLink(String written) {
        return note(Tone.WARNING, "no-link", written);
    }

    private static Answer.Note note(Tone tone, String key, Object... arguments) {
        var texts = List.of(arguments).stream()
                .map(it -> it instanceof RuleId ? it.toString() : it)
                .toArray();
        return new Answer.Note(
                tone, say(key + ".title", texts), say(key + ".text", texts), List.of(NoteCards.say("attestations")));
    }
}
