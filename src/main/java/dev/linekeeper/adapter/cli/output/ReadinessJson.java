package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.core.emergency.EmergencyVerdict;
import java.io.PrintWriter;

/** An array with one object a person, each on a line of its own, written as they come. */
public final class ReadinessJson implements ReadinessOutput {
    private final PrintWriter out;
    private final ShellJson json;
    private String before = "[\n";

    public ReadinessJson(Shell shell) {
        this.out = shell.out();
        this.json = new ShellJson(shell.wording());
    }

    @Override
    public void print(PersonResult judged) {
        out.print(before);
        out.print(json.inOneLine(judged.said()
                .into(
                        judged.person().id(),
                        ShellJson.members(
                                "user", judged.user(),
                                "mode", judged.report().mode(),
                                "overall", judged.overall(),
                                "policy", judged.policy(),
                                "findings", judged.findings(),
                                "callerId", judged.callerId(),
                                "emergencyCallerId", judged.emergency(),
                                "emergency", EmergencyOutput.verdict(EmergencyVerdict.of(judged.report()))))));
        before = ",\n";
    }

    @Override
    public void end() {
        out.println(before.startsWith("[") ? "[]" : "\n]");
    }
}
