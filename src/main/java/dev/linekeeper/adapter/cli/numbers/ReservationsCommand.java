package dev.linekeeper.adapter.cli.numbers;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.output.CardText;
import dev.linekeeper.adapter.cli.output.CsvWriter;
import dev.linekeeper.adapter.cli.output.OutputFormat;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.chat.numbers.ReservationCards;
import dev.linekeeper.core.reservation.NumberReservation;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what is reserved, the next to end first. */
@Command(
        name = "reservations",
        mixinStandardHelpOptions = true,
        description = "Which numbers are reserved, for whom and until when.")
public final class ReservationsCommand implements Callable<Integer> {
    private final CommandEnvironment around;
    private final Shell shell;

    @Option(names = "--format", paramLabel = "FORMAT", description = OutputFormat.DESCRIPTION)
    private OutputFormat format = OutputFormat.TABLE;

    ReservationsCommand(CommandEnvironment around, Shell shell) {
        this.around = around;
        this.shell = shell;
    }

    /** The command {@code number} with those of reservations. */
    public static CommandLine in(CommandLine number, CommandEnvironment around, Shell shell) {
        return number.addSubcommand(new ReserveCommand(around, shell))
                .addSubcommand(new ReservationsCommand(around, shell))
                .addSubcommand(new CancelReservationCommand(around, shell));
    }

    @Override
    public Integer call() {
        try (var open = around.reservations("reservations")) {
            var all = open.notes().reservations().inForce();
            shell.print(
                    format,
                    () -> new CardText(shell).print(ReservationCards.list(open.notes())),
                    () -> all,
                    csv -> csv(all, csv));
            return 0;
        }
    }

    private static void csv(List<NumberReservation> all, CsvWriter csv) {
        csv.row("number", "for", "name", "until", "by", "reason");
        all.forEach(it -> csv.row(
                it.number(),
                it.whom().kind(),
                it.whom().name(),
                it.until(),
                it.by().value(),
                it.reason()));
    }
}
