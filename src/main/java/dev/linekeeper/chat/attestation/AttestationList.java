package dev.linekeeper.chat.attestation;

import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.cards.ListingCards;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.core.attestation.Attestation;
import dev.linekeeper.core.attestation.AttestationState;
import dev.linekeeper.core.attestation.AttestedCase;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The list of what is attested, what is over or no longer about what is there first. */
public record AttestationList(AttestationLines lines, TenantView tenant) {
    /** What does not count any more first. */
    public Listing card() {
        var readiness = tenant.readiness(tenant.snapshot());
        List<AttestationLines.Testimony> all = lines.store().newest().stream()
                .map(said -> new AttestationLines.Testimony(
                        said, said.state(lines.today(), lines.terms().remindBefore(), now(said, readiness))))
                .filter(it -> it.state() != AttestationState.WITHDRAWN)
                .sorted(Comparator.comparing(AttestationLines.Testimony::state).reversed())
                .toList();
        return ListingCards.of(
                AttestationTexts.say("list.title"),
                AttestationTexts.say(
                        "list.text",
                        all.size(),
                        all.stream()
                                .filter(it -> it.state() == AttestationState.EXPIRES_SOON)
                                .count(),
                        all.stream().filter(it -> !it.state().holds()).count()),
                all.stream().map(this::row).toList());
    }

    private static Fact<String> now(Attestation said, Readiness readiness) {
        var subject = said.subject();
        return switch (subject.kind()) {
            case ACCOUNT ->
                AttestedCase.of(readiness.account(new UserId(subject.key())).subject())
                        .about(said.rule());
            case POLICY ->
                AttestedCase.of(readiness.policy(new PolicyName(subject.key())).subject())
                        .about(said.rule());
        };
    }

    private Listing.Row row(AttestationLines.Testimony standing) {
        var said = standing.said();
        Explanation words = AttestationTexts.standing(said, standing.state(), lines.names()::of);
        return new Listing.Row(
                standing.state() == AttestationState.HOLDS ? Tone.INFO : Tone.WARNING,
                AttestationTexts.say("list.row", said.rule().value(), RequestCards.name(said.name())),
                said.evidence()
                        .map(URI::toString)
                        .map(link -> AttestationTexts.say("list.evidence", words, link))
                        .orElse(words),
                Optional.empty());
    }
}
