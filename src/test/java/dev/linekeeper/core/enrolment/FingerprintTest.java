package dev.linekeeper.core.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Line;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each pair differs in one thing alone, and so must the fingerprints. */
class FingerprintTest {
    private static final UserId ADELE = new UserId("adele");
    private static final PhoneNumber ONE = PhoneNumber.of("+14255550140");
    private static final PhoneNumber OTHER = PhoneNumber.of("+14255550141");
    private static final PersonState PLAIN = new PersonState(true, List.of(), Map.of());

    @Test
    @Requirement("T14")
    void mindsThePersonAndThePurpose() {
        assertThat(List.of(
                        print(ADELE, Purpose.ENROL, PLAIN),
                        print(new UserId("diego"), Purpose.ENROL, PLAIN),
                        print(ADELE, Purpose.MOVE, PLAIN)))
                .doesNotHaveDuplicates();
    }

    @Test
    @Requirement("T14")
    void mindsTheStateBefore() {
        var direct = held(EffectivePolicy.Origin.DIRECT, "A", null, null);
        var states = Stream.of(
                PLAIN,
                new PersonState(false, List.of(), Map.of()),
                lines(new PersonState.OwnNumber(ONE, Line.Category.PRIMARY)),
                lines(new PersonState.OwnNumber(OTHER, Line.Category.PRIMARY)),
                lines(new PersonState.OwnNumber(ONE, Line.Category.PRIVATE)),
                policy(PolicyKind.SHARED_CALLING, direct),
                policy(PolicyKind.VOICE_ROUTING, direct),
                policy(PolicyKind.SHARED_CALLING, held(EffectivePolicy.Origin.DIRECT, "B", null, null)),
                policy(PolicyKind.SHARED_CALLING, held(EffectivePolicy.Origin.GLOBAL, "A", null, null)),
                policy(PolicyKind.SHARED_CALLING, held(EffectivePolicy.Origin.GROUP, "A", "sales", null)),
                policy(PolicyKind.SHARED_CALLING, held(EffectivePolicy.Origin.GROUP, "A", "service", null)));

        assertThat(states.map(state -> print(ADELE, Purpose.ENROL, state))).doesNotHaveDuplicates();
    }

    @Test
    @Requirement("T20")
    void mindsWhatLiesBeneathAGrantWhereItIsTakenAwayAlone() {
        var group = held(EffectivePolicy.Origin.GROUP, "A", "sales", null);
        var known = policy(PolicyKind.SHARED_CALLING, held(EffectivePolicy.Origin.DIRECT, "B", null, group));
        var unread = policy(PolicyKind.SHARED_CALLING, held(EffectivePolicy.Origin.DIRECT, "B", null, null));
        var revoke = new Change.RevokePolicy(ADELE, PolicyKind.SHARED_CALLING);
        var grant = new Change.GrantPolicy(ADELE, PolicyKind.SHARED_CALLING, new PolicyName("C"));

        assertThat(print(known, revoke)).isNotEqualTo(print(unread, revoke));
        assertThat(print(known, grant))
                .as("what one reading did not say makes no other plan of a move")
                .isEqualTo(print(unread, grant));
    }

    private static String print(PersonState state, Change change) {
        return Fingerprint.of(
                ADELE, Purpose.MOVE, state, List.of(new Step(name(change), Optional.of(change), "", "", "")));
    }

    @Test
    @Requirement("T14")
    void mindsWhatIsDone() {
        var changes = Stream.<Change>of(
                new Change.ReleaseNumber(ADELE, ONE, NumberType.CALLING_PLAN),
                new Change.ReleaseNumber(ADELE, OTHER, NumberType.CALLING_PLAN),
                new Change.ReleaseNumber(ADELE, ONE, NumberType.DIRECT_ROUTING),
                new Change.AssignNumber(ADELE, ONE, NumberType.CALLING_PLAN),
                new Change.AssignNumber(ADELE, OTHER, NumberType.CALLING_PLAN),
                new Change.AssignNumber(ADELE, ONE, NumberType.DIRECT_ROUTING),
                new Change.AssignNumber(ADELE, ONE, NumberType.CALLING_PLAN, LocationId.of("place")),
                new Change.SwitchVoice(ADELE, true),
                new Change.SwitchVoice(ADELE, false),
                new Change.GrantPolicy(ADELE, PolicyKind.VOICE_ROUTING, new PolicyName("A")),
                new Change.GrantPolicy(ADELE, PolicyKind.VOICE_ROUTING, new PolicyName("B")),
                new Change.GrantPolicy(ADELE, PolicyKind.SHARED_CALLING, new PolicyName("A")),
                new Change.RevokePolicy(ADELE, PolicyKind.VOICE_ROUTING),
                new Change.RevokePolicy(ADELE, PolicyKind.SHARED_CALLING));

        assertThat(changes.map(change -> new Step(name(change), Optional.of(change), "", "", ""))
                        .map(step -> Fingerprint.of(ADELE, Purpose.ENROL, PLAIN, List.of(step))))
                .doesNotHaveDuplicates();
        assertThat(Fingerprint.of(ADELE, Purpose.ENROL, PLAIN, List.of(bare(StepName.EV_ON))))
                .isNotEqualTo(Fingerprint.of(ADELE, Purpose.ENROL, PLAIN, List.of(bare(StepName.EV_OFF))));
    }

    @Test
    void aFieldCannotRunIntoTheNext() {
        var ab = List.of(bare(StepName.EV_ON), bare(StepName.VERIFY));

        assertThat(Fingerprint.of(new UserId("a"), Purpose.ENROL, PLAIN, ab))
                .isNotEqualTo(Fingerprint.of(new UserId("a5:enrol"), Purpose.ENROL, PLAIN, ab));
    }

    /** Fingerprints are kept with requests, so the text behind them must not change unnoticed. */
    @Test
    @Requirement("T14")
    void isTheDigestOfOneCanonicalText() throws NoSuchAlgorithmException {
        var state = new PersonState(
                true,
                List.of(new PersonState.OwnNumber(ONE, Line.Category.PRIMARY)),
                Map.of(PolicyKind.SHARED_CALLING, held(EffectivePolicy.Origin.GROUP, "SC-Sea", "sales", null)));
        var step = new Step(StepName.EV_OFF, Optional.of(new Change.SwitchVoice(ADELE, false)), "", "", "");
        var text = Stream.of(
                        "plan/1",
                        Readiness.VERSION,
                        "adele",
                        "ENROL",
                        "on",
                        "PRIMARY +14255550140",
                        "SHARED_CALLING",
                        "GROUP",
                        "sc-sea",
                        "sales",
                        "EV_OFF",
                        "off")
                .map(field -> field.length() + ":" + field)
                .collect(Collectors.joining());

        assertThat(Fingerprint.of(ADELE, Purpose.ENROL, state, List.of(step)))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))));
    }

    /** One name a kind of change, so that within a kind the change alone makes the difference. */
    private static StepName name(Change change) {
        return switch (change) {
            case Change.ReleaseNumber _ -> StepName.RELEASE_NUMBER;
            case Change.AssignNumber _ -> StepName.ASSIGN_NUMBER;
            case Change.SwitchVoice _ -> StepName.EV_ON;
            case Change.GrantPolicy _ -> StepName.GRANT_SC;
            case Change.RevokePolicy _ -> StepName.REVOKE_SC;
        };
    }

    private static Step bare(StepName name) {
        return new Step(name, Optional.empty(), "", "", "");
    }

    private static String print(UserId person, Purpose purpose, PersonState before) {
        return Fingerprint.of(person, purpose, before, List.of());
    }

    private static PersonState lines(PersonState.OwnNumber line) {
        return new PersonState(true, List.of(line), Map.of());
    }

    private static PersonState policy(PolicyKind kind, EffectivePolicy held) {
        return new PersonState(true, List.of(), Map.of(kind, held));
    }

    private static EffectivePolicy held(
            EffectivePolicy.Origin origin, String policy, String group, EffectivePolicy beneath) {
        return new EffectivePolicy(
                new PolicyName(policy),
                origin,
                Optional.ofNullable(group).map(GroupId::new),
                Optional.ofNullable(beneath));
    }
}
