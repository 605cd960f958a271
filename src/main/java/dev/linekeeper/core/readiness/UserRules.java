package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.Sources.SETUP;
import static dev.linekeeper.core.readiness.Verdicts.fail;
import static dev.linekeeper.core.readiness.Verdicts.pass;
import static dev.linekeeper.core.readiness.Verdicts.when;

import dev.linekeeper.core.tenant.Change;
import java.util.List;
import java.util.Optional;

/** What a person needs. One constant a rule. */
final class UserRules {
    static final Rule<PersonCase> VOICE_ON = rule("USR-05", "Voice is switched on for the person")
            .documented(SETUP)
            .fixedBy(c -> Optional.of(new Change.SwitchVoice(c.person().id(), true)))
            .must(c -> when(c.person().voiceOn(), on -> on ? pass() : fail("USR-05.off", c.person().displayName())));

    static final List<Rule<PersonCase>> ALL = List.of(VOICE_ON);

    private UserRules() {}

    private static Rule.Draft<PersonCase> rule(String id, String title) {
        return Rule.rule(id, title);
    }
}
