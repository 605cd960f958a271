package dev.linekeeper.adapter.cli.numbers;

import dev.linekeeper.adapter.cli.command.ActingPerson;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.OpenReservations;
import dev.linekeeper.adapter.cli.output.CardText;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.adapter.cli.policies.GivenParts;
import dev.linekeeper.chat.numbers.ReservationCards;
import dev.linekeeper.core.numbers.NumberLookup;
import dev.linekeeper.service.reservation.ReservationResult.NumberReserved;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reserves a free number in the name of a person, who needs the role they would need in chat. */
@Command(
        name = "reserve",
        mixinStandardHelpOptions = true,
        description =
                "Keeps a free number for somebody or something; Teams knows nothing of it. Exit code 1 when it was"
                        + " not reserved.")
final class ReserveCommand implements Callable<Integer> {
    private final CommandEnvironment around;
    private final Shell shell;

    @Parameters(paramLabel = "NUMBER", description = "a free number, such as +14255550180")
    private String number = "";

    @ArgGroup(multiplicity = "1")
    private ReservedParts parts = new ReservedParts();

    @Option(names = "--until", paramLabel = "DAY", description = "the last day, such as 2027-03-01; else as is usual")
    private @Nullable LocalDate until;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, for others and the trail")
    private String reason = "";

    @Mixin
    private ActingPerson acting = new ActingPerson();

    ReserveCommand(CommandEnvironment around, Shell shell) {
        this.around = around;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        acting.name("Reserving takes the person who does it: --as UPN");
        try (OpenReservations open = around.reservations("reserve " + number)) {
            return open.acting(acting, "reserve numbers", person -> {
                var tenant = open.reader().freshTenant().tenant();
                var lookup = NumberLookup.of(
                        GivenParts.number(number, tenant),
                        tenant,
                        open.settings().numberCountries());
                var result = open.desk()
                        .reserve(
                                lookup,
                                parts.whom(open.directory(), tenant),
                                person,
                                Optional.ofNullable(until),
                                reason);
                new CardText(shell).print(ReservationCards.note(result));
                return result instanceof NumberReserved(var now) ? Optional.of(now.id()) : Optional.empty();
            });
        }
    }
}
