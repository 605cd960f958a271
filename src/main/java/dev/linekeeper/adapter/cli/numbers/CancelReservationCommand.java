package dev.linekeeper.adapter.cli.numbers;

import dev.linekeeper.adapter.cli.command.ActingPerson;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.output.CardText;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.adapter.cli.policies.GivenParts;
import dev.linekeeper.chat.numbers.ReservationCards;
import dev.linekeeper.service.reservation.ReservationResult.ReservationCancelled;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ends a reservation in the name of a person, who needs the role they would need in chat. */
@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        description = "Ends the reservation of a number. Exit code 1 when it has none.")
final class CancelReservationCommand implements Callable<Integer> {
    private final CommandEnvironment around;
    private final Shell shell;

    @Parameters(paramLabel = "NUMBER", description = "the number, such as +14255550180")
    private String number = "";

    @Mixin
    private ActingPerson acting = new ActingPerson();

    CancelReservationCommand(CommandEnvironment around, Shell shell) {
        this.around = around;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        acting.name("Cancelling takes the person who does it: --as UPN");
        try (var open = around.reservations("cancel reservation " + number)) {
            return open.acting(acting, "cancel reservations", person -> {
                var result = open.desk()
                        .cancel(GivenParts.number(number, open.reader().tenant().tenant()), person);
                new CardText(shell).print(ReservationCards.note(result));
                return result instanceof ReservationCancelled(var was) ? Optional.of(was.id()) : Optional.empty();
            });
        }
    }
}
