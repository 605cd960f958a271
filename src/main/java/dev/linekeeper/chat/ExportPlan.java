package dev.linekeeper.chat;

import dev.linekeeper.core.enrolment.RequestId;
import dev.linekeeper.core.script.PlanScript;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.Exported;
import dev.linekeeper.service.requests.Exporting;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An approved plan as a PowerShell script to copy, in the reader's own chat. */
final class ExportPlan extends AboutRequest {
    private static final String NO_BREAK_SPACE = "\u00A0";

    private final Exporting exporting;
    private final RequestCards cards;

    ExportPlan(Exporting exporting, RequestCards cards) {
        this.exporting = exporting;
        this.cards = cards;
    }

    @Override
    public String verb() {
        return "export";
    }

    @Override
    public List<Phrase> phrases() {
        return List.of(
                Phrase.of("export {request}"),
                Phrase.of("export"),
                Phrase.of("(export|save) [request] {request} as (powershell|script)"),
                Phrase.of("(powershell|script) (for|of) {request}"));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADMIN, Role.APPROVER, Role.AUDITOR);
    }

    @Override
    public boolean isPersonal() {
        return true;
    }

    /** What it says to people is in the language of whoever asks for it; at the command line it is English. */
    @Override
    Answer answer(Caller caller, RequestId request, Slots slots) {
        return switch (exporting.export(request, Optional.of(caller.id()), Wording.of(caller.locale())::say)) {
            case Exported.Script(_, var script) -> card(request, script);
            case Exported.NotApproved _ -> cards.of(request, caller, say("not-approved"));
            case Exported.DryRun _ -> cards.of(request, caller, say("dry-run"));
            case Exported.Unwritable(_, var step) ->
                cards.of(
                        request,
                        caller,
                        say("unwritable", Explanation.of("chat.step." + step.name().name(), step.target())));
            case Exported.Unknown _ -> Notes.of(Answer.Tone.INFO, "chat.no-such-request", request);
        };
    }

    private static Answer card(RequestId request, PlanScript script) {
        return new Answer.Script(
                say("title", request),
                say("text", request),
                script.text().lines().map(ExportPlan::indented).toList(),
                List.of(Notes.say("done " + request.number())));
    }

    /** Clients fold spaces; PowerShell reads one that does not break as any other. */
    private static String indented(String line) {
        String text = line.stripLeading();
        return text.isEmpty() ? NO_BREAK_SPACE : NO_BREAK_SPACE.repeat(line.length() - text.length()) + text;
    }

    private static Explanation say(String key, Object... arguments) {
        return Explanation.of("chat.export." + key, arguments);
    }
}
