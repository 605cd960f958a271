package dev.linekeeper.chat.cards;

import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.core.diagnosis.Impact;
import dev.linekeeper.core.diagnosis.Impact.CallbackLoss;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who and what is hit when something goes away, a line each: the policies first, then the people. */
public final class ImpactCards {
    private ImpactCards() {}

    /**
     * Everything that is hit, however much it is.
     *
     * @param what the number, the account or the policy, as it is called
     * @param people whom the impact may name
     */
    public static Listing of(Object what, Impact impact, Map<UserId, DirectoryEntry> people) {
        var rows = Stream.of(
                        impact.policies().stream().map(policy -> policy(Tone.STOP, policy, "chat.impact.stops")),
                        impact.callbacks().stream().map(loss -> callbacks(loss, impact)),
                        people(impact, impact.loseOutbound(), people, Tone.STOP, "chat.impact.loses"),
                        people(impact, impact.callDifferently(), people, Tone.INFO, "chat.impact.differently"),
                        people(impact, impact.cannotTell(), people, Tone.WARNING, "chat.impact.unread"))
                .flatMap(part -> part)
                .toList();
        return new Listing(
                Explanation.of("chat.impact.title", what), text(impact), rows, 0, List.of(NoteCards.say("policies")));
    }

    private static Explanation text(Impact impact) {
        return EmergencyLines.counted(
                impact.gaps().isEmpty()
                        ? impact.summary()
                        : Explanation.of("chat.impact.gaps", impact.summary(), impact.gaps()),
                impact.emergency().values());
    }

    private static Row callbacks(CallbackLoss loss, Impact impact) {
        return impact.policies().contains(loss.policy())
                ? policy(Tone.INFO, loss.policy(), "chat.impact.callbacks.free")
                : policy(
                        loss.left() == 0 ? Tone.STOP : Tone.WARNING,
                        loss.policy(),
                        loss.unsupported() ? "chat.impact.callbacks.unsupported" : "chat.impact.callbacks.left",
                        loss.left());
    }

    private static Row policy(Tone tone, PolicyName policy, String key, Object... arguments) {
        return new Row(
                tone,
                Explanation.of("chat.impact.policy", policy),
                Explanation.of(key, arguments),
                Optional.of(ChatInput.press(CommandVerbs.EMERGENCY, Slot.THING, policy.value())));
    }

    private static Stream<Row> people(
            Impact impact, List<UserId> ids, Map<UserId, DirectoryEntry> people, Tone tone, String key) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(people.get(id)).stream())
                .map(entry -> new Row(
                        EmergencyDetails.worse(tone, impact.emergencyOf(entry.id())),
                        Explanation.of("chat.name", entry.displayName()),
                        EmergencyLines.inShort(Explanation.of(key), impact.emergencyOf(entry.id())),
                        Optional.of(ChatInput.press(CommandVerbs.CHECK, Slot.THING, entry.userPrincipalName()))));
    }
}
