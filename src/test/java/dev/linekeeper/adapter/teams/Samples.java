package dev.linekeeper.adapter.teams;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Help;
import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.PersonReadiness;
import dev.linekeeper.chat.Answer.RequestCard;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Answer.WhichOne;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.FormField;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.files.FileOffer;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.people.Role;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One answer of each kind, about somebody called {@code name}. */
public final class Samples {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final PhoneNumber SEATTLE = PhoneNumber.of("+14255550100");

    private Samples() {}

    public static List<Answer> about(String name) {
        return List.of(
                new Answer.Help(List.of(new Help.HelpLine("enrol PEOPLE with POLICY [because REASON]", "enrol"))),
                new Answer.Hello(Optional.of(name), List.of(new Help.HelpLine("help", "help"))),
                new Answer.Sorry("7f3a19"),
                new Answer.WhoAmI(Optional.of(entry(name)), List.of(Role.USER, Role.ADMIN), List.of(Role.AUDITOR)),
                new Answer.NotAllowed("enrol", Explanation.of("chat.list", List.of(Role.ADMIN, Role.OWNER))),
                new Answer.Note(
                        Tone.INFO,
                        Explanation.of("chat.nobody.title", name),
                        Explanation.of("chat.nobody.text", name),
                        List.of(say("help"))),
                new Answer.DidYouMean("chek " + name, "check " + name),
                new Answer.WhichOne(
                        Explanation.of("chat.several-people", name),
                        List.of(new WhichOne.Option(
                                name, "Sales, alex@contoso.example", press("check", "thing", name))),
                        true),
                new Answer.Form(
                        "enrol",
                        Explanation.of("chat.form.enrol"),
                        List.of(
                                new FormField(Slot.PEOPLE, Slot.PEOPLE.label(), true, name, List.of()),
                                new FormField(
                                        Slot.POLICY,
                                        Slot.POLICY.label(),
                                        true,
                                        "",
                                        List.of(new Answer.FormChoice("✓ London", "London"))),
                                new FormField(Slot.START, Slot.START.label(), false, "", List.of()),
                                new FormField(Slot.REASON, Slot.REASON.label(), false, name, List.of())),
                        "enrol PEOPLE with POLICY"),
                new Answer.Sheet(
                        Explanation.of("chat.caller-id.title.other", name),
                        Tone.GOOD,
                        Explanation.of("chat.caller-id.other.NUMBER", name, SEATTLE),
                        List.of(new Sheet.Detail(
                                Explanation.of("chat.caller-id.name"), Explanation.of("chat.name", name))),
                        List.of(Explanation.of("emergency.limit.configuration-only")),
                        List.of(say("check " + name))),
                new Answer.PersonReadiness(
                        Explanation.of("chat.check.person", name),
                        Tone.STOP,
                        Explanation.of("chat.overall.NOT_READY"),
                        7,
                        9,
                        List.of(new PersonReadiness.RuleLine(
                                "FAIL",
                                "VRP-01",
                                Explanation.of("readiness.VRP-01.title"),
                                Optional.of(Explanation.of("chat.name", name)),
                                Optional.of(Explanation.of("readiness.VRP-01.remedy")),
                                Optional.empty(),
                                Optional.of(URI.create("https://contoso.example/_letter_.pdf")),
                                Optional.of(URI.create(
                                        "https://learn.microsoft.com/microsoftteams/shared-calling-setup")))),
                        NOON,
                        List.of(say("enrol " + name))),
                new Answer.Listing(
                        Explanation.of("chat.requests.title"),
                        Explanation.of("chat.requests.text", 1),
                        List.of(
                                new Listing.Row(
                                        Tone.WARNING,
                                        Explanation.of("chat.name", name),
                                        Explanation.of("chat.check.fails", List.of("VRP-01", "USR-05")),
                                        Optional.of(press("check", "thing", name))),
                                new Listing.Row(
                                        Tone.GOOD,
                                        Explanation.of("chat.name", name),
                                        Explanation.of("chat.overall.READY"),
                                        Optional.empty())),
                        3,
                        List.of(say("help"))),
                new Answer.SetUpCheck(
                        Tone.STOP,
                        Explanation.of("chat.doctor.verdict", 1, 0, 0, 1),
                        List.of(
                                new Answer.RequestCard.StepLine(
                                        "DONE", Explanation.of("chat.setup.way.connected"), "", ""),
                                new Answer.RequestCard.StepLine("NOW", Explanation.of("chat.setup.way.roles"), "", ""),
                                new Answer.RequestCard.StepLine("OPEN", Explanation.of("chat.setup.way.live"), "", "")),
                        List.of(SetupCheck.of(
                                        "permission",
                                        SetupCheck.CheckState.MISSING,
                                        "User.Read.All",
                                        SetupCheck.found(name),
                                        "User.Read.All",
                                        "linekeeper.graph.reads")
                                .withLoss("permission.User.Read.All")),
                        List.of(SetupCheck.of(
                                "mode",
                                SetupCheck.CheckState.GOOD,
                                "linekeeper.mode = live",
                                SetupCheck.found("live"))),
                        List.of(say("doctor"))),
                new Answer.Script(
                        Explanation.of("chat.export.title", new RequestId(1042)),
                        Explanation.of("chat.export.text", new RequestId(1042)),
                        List.of("# " + name, "\u00A0", "\u00A0\u00A0What = '**not bold**'"),
                        List.of(say("done 1042"))),
                new Answer.OfferedFile(
                        new FileOffer(name + ".csv", Explanation.of("chat.name", name), 52, "sample", "1042")),
                request(name));
    }

    static RequestCard request(String name) {
        return new RequestCard(
                new RequestId(1042),
                1,
                Explanation.of("plan.title.ENROL", name, new PolicyName("London")),
                Optional.of(Explanation.of("chat.decided.own-request")),
                "PENDING",
                Explanation.of("chat.request.status.pending", 2),
                List.of(
                        new Sheet.Detail(Explanation.of("chat.request.person"), Explanation.of("chat.name", name)),
                        new Sheet.Detail(
                                Explanation.of("chat.request.asked"), Explanation.of("chat.list", List.of(NOON)))),
                List.of(new RequestCard.StepLine("OPEN", Explanation.of("plan.step.EV_ON", ""), "off", "on")),
                List.of(Explanation.of("chat.request.unreached", name, "no chat with the bot")),
                Optional.of(press("approve", "nonce", "abc")),
                Optional.of(press("deny", "nonce", "def")),
                Optional.of(press("cancel", "nonce", "ghi")),
                List.of(say("undo 1042")),
                List.of("29:1_a-" + name, "29:second"));
    }

    private static DirectoryEntry entry(String name) {
        return new DirectoryEntry(
                new UserId("a"),
                "adele@contoso.example",
                name,
                Optional.of("Sales"),
                Fact.missing("not read"),
                Fact.missing("not read"),
                Fact.missing("not read"));
    }

    private static Suggestion say(String sentence) {
        return new Suggestion(Explanation.of("chat.say", sentence), sentence, press("say", "sentence", sentence));
    }

    private static ChatInput.ButtonPress press(String verb, String key, String value) {
        return new ChatInput.ButtonPress(verb, Map.of(key, value));
    }
}
