package dev.linekeeper.app;

import dev.linekeeper.adapter.store.DatabaseTrouble;
import dev.linekeeper.adapter.teams.BotCheckupConfiguration;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.checkup.Check;
import dev.linekeeper.service.checkup.Doctor;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.GraphAndPowerShell;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Import;

/** The doctor at the command line: looks at everything but the endpoint, beside a serving bot when there is one. */
final class ShellDoctor {
    private ShellDoctor() {}

    static List<Check> examine() {
        try {
            return examine(Whole.class);
        } catch (BackendFailure failed) {
            if (!DatabaseTrouble.isInUse(failed)) {
                throw failed;
            }
            var checks = new ArrayList<>(examine(WithoutStore.class));
            checks.add(Check.of(
                    "store", Check.State.ATTENTION, "spring.datasource.url", Explanation.of("doctor.found.in-use")));
            return checks;
        }
    }

    private static List<Check> examine(Class<?> source) {
        try (var context = ShellStart.of(source)) {
            context.getBeanProvider(GraphAndPowerShell.class).ifAvailable(GraphAndPowerShell::tryOut);
            return context.getBean(Doctor.class).examine();
        }
    }

    /** Not @Configurations, so that the serving bot's class-path scan passes them by. */
    @Import({ShellRecords.Kept.class, CheckupConfiguration.class, BotCheckupConfiguration.class})
    static class Whole {}

    @Import({ShellSurroundings.Backends.class, CheckupConfiguration.class, BotCheckupConfiguration.class})
    static class WithoutStore {}
}
