package dev.linekeeper.chat.imports;

import static dev.linekeeper.chat.Answer.Sheet.detail;

import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.Answer.RequestCard;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.cards.ConstantMessages;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RefreshingReaders;
import dev.linekeeper.chat.cards.RequestTexts;
import dev.linekeeper.core.bulk.ImportPreview;
import dev.linekeeper.core.bulk.ImportState;
import dev.linekeeper.core.bulk.JudgedRow;
import dev.linekeeper.core.bulk.PeopleImport;
import dev.linekeeper.core.bulk.RowOutcome;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.imports.ImportStore;
import dev.linekeeper.service.imports.ImportStore.StoredImport;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Imports as their owners see them: one card from the first row that is read to what was asked for. */
public record ImportCards(ImportStore store, TenantView tenant, Addresses addresses, Clock clock) {
    static final String POLICY = "import-policy";
    static final String ASK = "import-ask";
    static final String ROWS = "import-rows";
    static final String REPORT = "import-report";
    static final String CANCEL = "import-cancel";

    private static final int WORST = 8;
    private static final int GROUPS = 5;
    private static final int POLICIES = 5;

    /** The import as it is now; empty when there is none of that number, or it is somebody else's. */
    public Optional<RequestCard> of(RequestId id, Caller reader, Optional<Explanation> notice) {
        return store.find(id)
                .filter(stored -> stored.list().owner().equals(reader.id()))
                .map(stored -> card(stored, reader, notice));
    }

    RequestCard card(StoredImport stored, Caller reader, Optional<Explanation> notice) {
        PeopleImport list = stored.list();
        boolean over = list.overAt(clock.instant());
        Optional<ImportPreview> preview = list.preview().filter(_ -> list.state() instanceof ImportState.PreviewReady);
        return new RequestCard(
                list.id(),
                stored.version(),
                ImportTexts.title(list),
                notice,
                ImportTexts.state(list, clock.instant()),
                ImportTexts.status(stored, clock.instant()),
                preview.map(found -> details(list, found)).orElse(List.of()),
                preview.map(found -> found.groups().stream()
                                .limit(GROUPS)
                                .map(ImportTexts::group)
                                .toList())
                        .orElse(List.of()),
                preview.map(found -> notes(list, found)).orElseGet(() -> notes(list.state())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                over || reader.othersReadAlong() ? List.of() : suggestions(list),
                RefreshingReaders.of(List.of(list.owner()), Set.of(), reader, addresses));
    }

    private static List<Sheet.Detail> details(PeopleImport list, ImportPreview preview) {
        var details = new ArrayList<Sheet.Detail>();
        details.add(detail("chat.import.rows", Explanation.of("chat.list", List.of(preview.rows()))));
        list.schedule().map(RequestTexts::days).ifPresent(details::addAll);
        preview.risk()
                .ifPresent(risk ->
                        details.add(detail("chat.request.risk", ConstantMessages.of("chat.request.risk", risk))));
        details.add(detail("chat.import.kept", Explanation.of("chat.list", List.of(list.expires()))));
        return details;
    }

    /** What speaks against it, and the worst rows. */
    private List<Explanation> notes(PeopleImport list, ImportPreview preview) {
        var notes = new ArrayList<Explanation>();
        preview.risks().forEach(line -> notes.add(ImportTexts.counted(line)));
        if (preview.groups().size() > GROUPS) {
            notes.add(Explanation.of("chat.import.more-groups", preview.groups().size() - GROUPS));
        }
        List<JudgedRow> worst = store.rows(list.id(), 0, WORST).stream()
                .filter(row -> row.outcome().isTrouble())
                .toList();
        worst.stream().map(ImportCards::trouble).forEach(notes::add);
        int more = Arrays.stream(RowOutcome.values())
                        .filter(RowOutcome::isTrouble)
                        .mapToInt(preview::of)
                        .sum()
                - worst.size();
        if (more > 0 && !worst.isEmpty()) {
            notes.add(Explanation.of("chat.import.more-trouble", more));
        }
        return notes;
    }

    private static Explanation trouble(JudgedRow row) {
        return Explanation.of("chat.import.trouble", ImportTexts.row(row), row.reason());
    }

    private static List<Explanation> notes(ImportState state) {
        return state instanceof ImportState.RowsAsked asked
                ? asked.leftOut().stream()
                        .map(line -> Explanation.of("chat.import.left-out", ImportTexts.counted(line)))
                        .toList()
                : List.of();
    }

    private List<Suggestion> suggestions(PeopleImport list) {
        String number = Long.toString(list.id().number());
        var cancel =
                new Suggestion(Explanation.of("chat.import.cancel"), "cancel import " + number, press(CANCEL, number));
        return switch (list.state()) {
            case ImportState.PolicyMissing _ -> with(policies(number), cancel);
            case ImportState.JudgingRows _, ImportState.AskingForRows _ -> List.of(cancel);
            case ImportState.PreviewReady _ -> with(ready(list, number), cancel);
            case ImportState.ImportFailed _ ->
                with(
                        list.policy().map(policy -> choice(number, policy, "chat.try-again")).stream()
                                .toList(),
                        cancel);
            case ImportState.RowsAsked(var batch, _, _, _) ->
                batch.map(it -> List.of(NoteCards.say("request " + it.number()), rows(number), report(number)))
                        .orElseGet(() -> List.of(rows(number)));
            case ImportState.ImportCancelled _ -> List.of();
        };
    }

    private static List<Suggestion> ready(PeopleImport list, String number) {
        var buttons = new ArrayList<Suggestion>();
        int ready = ImportTexts.chosen(list, false);
        int all = ImportTexts.chosen(list, true);
        if (ready > 0) {
            buttons.add(new Suggestion(
                    Explanation.of("chat.import.ask", ready), "ask for import " + number, press(ASK, number)));
        }
        if (all > ready) {
            buttons.add(new Suggestion(
                    Explanation.of("chat.import.ask.fixes", all, all - ready),
                    "ask for import %s with fixes".formatted(number),
                    press(ASK, number).with(Slot.RELEASE, "yes")));
        }
        buttons.add(rows(number));
        buttons.add(report(number));
        return buttons;
    }

    private static Suggestion report(String number) {
        return new Suggestion(
                Explanation.of("chat.import.report"), "report of import " + number, press(REPORT, number));
    }

    private static Suggestion rows(String number) {
        return new Suggestion(Explanation.of("chat.import.every-row"), "rows of import " + number, press(ROWS, number));
    }

    /** The choice of a policy: those there are, or the form when they are many. */
    List<Suggestion> policies(String number) {
        List<PolicyName> all = tenant.policies();
        return all.size() > POLICIES
                ? List.of(new Suggestion(Explanation.of("chat.import.choose-policy"), "", press(POLICY, number)))
                : all.stream()
                        .map(policy -> choice(number, policy, "chat.import.policy"))
                        .toList();
    }

    private static Suggestion choice(String number, PolicyName policy, String label) {
        return new Suggestion(
                Explanation.of(label, policy),
                "import %s with %s".formatted(number, policy),
                press(POLICY, number).with(Slot.POLICY, policy.value()));
    }

    private static ButtonPress press(String verb, String number) {
        return ChatInput.press(verb, Slot.REQUEST, number);
    }

    private static List<Suggestion> with(List<Suggestion> some, Suggestion last) {
        var all = new ArrayList<>(some);
        all.add(last);
        return all;
    }
}
