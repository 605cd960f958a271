package dev.linekeeper.service.execution;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Line.Category;
import dev.linekeeper.core.tenant.person.VoiceUser;
import java.util.function.Function;

/**
 * Teams sets the voice switch with a number, some seconds later: read before that, it looks as if it were set already, and
 * Teams resets it.
 */
final class VoiceAfterNumber {
    private VoiceAfterNumber() {}

    /** Whether the voice switch is as Teams sets it with a number; true for every other change, and when nobody can tell. */
    static boolean hasFollowed(Change change, Fact<VoiceUser> voice) {
        return !(change instanceof Change.NumberChange)
                || voice.flatMap(VoiceUser::voiceOn)
                        .known()
                        .filter(on -> on != change.voiceOn(on))
                        .isEmpty();
    }

    /** Whether voice may go off yet: Microsoft says that it does with a number, and not that it stays for those that are left. */
    static boolean mayFollow(Change change, Fact<VoiceUser> voice) {
        return change instanceof Change.ReleaseNumber it
                && it.category() != Category.PRIMARY
                && voice.flatMap(VoiceUser::voiceOn).known().orElse(true);
    }

    /** Reads again until voice has followed. When it does not before the pauses end, somebody has set it since. */
    static Fact<VoiceUser> followed(
            Change change, Fact<VoiceUser> first, ReadBackPauses pauses, Function<UserId, Fact<VoiceUser>> reading)
            throws InterruptedException {
        Fact<VoiceUser> voice = first;
        while (!hasFollowed(change, voice) && pauses.next()) {
            voice = reading.apply(change.person());
        }
        return voice;
    }
}
