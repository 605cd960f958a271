package dev.linekeeper.adapter.cli;

import dev.linekeeper.chat.CallerIds;
import dev.linekeeper.core.callerid.CallerIdResolver;
import dev.linekeeper.core.tenant.PhoneNumber;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Answers which number others see when somebody calls, and why; per line when they have several. */
@Command(
        name = "caller-id",
        mixinStandardHelpOptions = true,
        description = "Which number others see when somebody calls.")
final class CallerIdCommand implements Callable<Integer> {
    private final Surroundings around;
    private final Shell shell;

    @Mixin
    private TenantOptions tenant = new TenantOptions();

    @Option(names = "--user", required = true, paramLabel = "UPN", description = "who calls")
    private String user = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}; default TABLE")
    private Format format = Format.TABLE;

    CallerIdCommand(Surroundings around, Shell shell) {
        this.around = around;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return tenant.look(around, this::answer);
    }

    private int answer(Look look) {
        var judged = new Answers(look).of(look.person(user));
        var lines = CallerIdResolver.lines(judged.report());
        switch (format) {
            case TABLE ->
                new AnswerText(shell)
                        .print(CallerIds.of("other", judged.person().displayName(), judged.report()));
            case JSON -> {
                var json = new Json(shell.wording());
                var perLine = Json.MAPPER.createArrayNode();
                lines.forEach(line -> perLine.add(Json.MAPPER
                        .createObjectNode()
                        .put("line", line.line().number().toString())
                        .set("callerId", json.callerId(line.callerId()))));
                shell.out()
                        .println(Json.pretty(Json.MAPPER
                                .createObjectNode()
                                .put("user", judged.user())
                                .put(
                                        "because",
                                        shell.wording().apply(judged.callerId().because()))
                                .set("callerId", json.callerId(judged.callerId()))
                                .set("lines", perLine)));
            }
            case CSV -> {
                var csv = new Csv(shell.out());
                csv.row(List.of("user", "kind", "number", "source", "confidence", "because"));
                var callerId = judged.callerId();
                csv.row(List.of(
                        judged.user(),
                        callerId.kind().name(),
                        callerId.number().map(PhoneNumber::toString).orElse(""),
                        callerId.source().map(Enum::name).orElse(""),
                        callerId.confidence().name(),
                        shell.wording().apply(callerId.because())));
            }
        }
        return 0;
    }
}
