package dev.linekeeper.chat.cards;

import static dev.linekeeper.chat.Answer.Sheet.detail;
import static dev.linekeeper.chat.cards.RequestCards.name;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.RequestCard;
import dev.linekeeper.chat.Answer.RequestCard.StepLine;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.UnreachableApprovers;
import dev.linekeeper.chat.bulk.CourseNotes;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage.BatchEnded;
import dev.linekeeper.core.request.BatchTerms;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.people.RolesNotRead;
import dev.linekeeper.service.people.Scope;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.BatchStore.StoredBatch;
import dev.linekeeper.service.requests.RequestAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Batches as their readers may see them: one card for all of their members. */
public final class BatchCards {
    private final BatchStore store;
    private final RequestButtons buttons;
    private final Roles roles;
    private final DisplayNames names;
    private final UnreachableApprovers unreachable;
    private final CourseNotes course;

    public BatchCards(
            BatchStore store,
            RequestButtons buttons,
            Roles roles,
            DisplayNames names,
            UnreachableApprovers unreachable,
            CourseNotes course) {
        this.store = store;
        this.buttons = buttons;
        this.roles = roles;
        this.names = names;
        this.unreachable = unreachable;
        this.course = course;
    }

    /** The batch as it is now; empty when there is none of that number. */
    public Optional<Answer> of(RequestId id, Caller reader, Optional<Explanation> notice) {
        return store.find(id).map(stored -> card(stored, reader, notice));
    }

    /** {@link NeutralRequestCard}. */
    public Answer neutral(StoredBatch stored, Caller reader) {
        return NeutralRequestCard.of(
                stored.id(), stored.version(), state(stored.batch()), refreshing(stored.batch(), reader));
    }

    public Explanation title(Batch batch) {
        return BatchTexts.title(batch);
    }

    public Explanation status(Batch batch) {
        return BatchTexts.status(batch, store.progress(batch.id()), names);
    }

    /** Why nobody begins any more, and those with whom something is the matter, by name, and what to do. */
    public List<Explanation> troubles(Batch batch) {
        return Stream.concat(
                        course.held(batch).stream(), new BatchNotes(store, names, unreachable).troubles(batch).stream())
                .toList();
    }

    private String state(Batch batch) {
        return BatchTexts.state(batch, store.progress(batch.id()));
    }

    /** Asks who approves a batch of high risk once more; the button carries the token. */
    public Answer question(Batch batch, String token) {
        int people = batch.terms().plan().people();
        return HighRiskQuestion.of(
                batch.id(),
                BatchTexts.title(batch),
                people(store.people(batch.id())),
                batch.terms().plan().risks().stream()
                        .filter(line -> !line.text().key().equals(HighRiskQuestion.MANY))
                        .map(line -> BatchTexts.line(line, people))
                        .findFirst()
                        .orElseGet(() -> BatchTexts.title(batch)),
                token);
    }

    private RequestCard card(StoredBatch stored, Caller reader, Optional<Explanation> notice) {
        Batch batch = stored.batch();
        BatchTerms terms = batch.terms();
        List<UserId> people = store.people(batch.id());
        Map<MemberState, Integer> progress = store.progress(batch.id());
        boolean alone = !reader.othersReadAlong();
        Set<Role> held = roles.maybe(reader.id());
        Optional<Scope> scope =
                alone && batch.awaits() && held.contains(Role.APPROVER) && !isBarred(batch, people, reader)
                        ? scope(reader, terms, people)
                        : Optional.empty();
        boolean decides = scope.isPresent();
        boolean cancels = alone && batch.awaits() && reader.id().equals(terms.requester());
        return new RequestCard(
                batch.id(),
                stored.version(),
                BatchTexts.title(batch),
                notice,
                BatchTexts.state(batch, progress),
                BatchTexts.status(batch, progress, names),
                details(batch, people, scope),
                batch.awaits() ? steps(terms) : List.of(),
                Stream.concat(
                                course.of(batch, progress).stream(),
                                new BatchNotes(store, names, unreachable).of(batch, reader).stream())
                        .toList(),
                decides ? Optional.of(press(stored, RequestAction.APPROVE, reader)) : Optional.empty(),
                decides ? Optional.of(press(stored, RequestAction.DENY, reader)) : Optional.empty(),
                cancels ? Optional.of(press(stored, RequestAction.CANCEL, reader)) : Optional.empty(),
                alone ? suggestions(stored, progress, held, reader) : List.of(),
                refreshing(batch, reader));
    }

    private static boolean isBarred(Batch batch, List<UserId> people, Caller reader) {
        return reader.id().equals(batch.terms().requester())
                || people.contains(reader.id())
                || batch.approvals().stream().anyMatch(approval -> approval.by().equals(reader.id()));
    }

    /** Over whom the reader decides: those who were asked over every member, and others who decide over everybody. */
    private Optional<Scope> scope(Caller reader, BatchTerms terms, List<UserId> people) {
        try {
            Subject one = people.isEmpty() ? store.subjects(terms.id()).getFirst() : people.getFirst();
            return roles.scopeOver(reader.id(), Set.of(Role.APPROVER), one)
                    .filter(scope -> scope.isEverybody() || terms.approvers().contains(reader.id()));
        } catch (RolesNotRead unknown) {
            return Optional.of(Scope.EVERYBODY);
        }
    }

    private ButtonPress press(StoredBatch stored, RequestAction verb, Caller reader) {
        Instant expires = stored.batch().terms().expires();
        return buttons.press(stored, verb, reader.id(), Optional.of(expires));
    }

    private List<String> refreshing(Batch batch, Caller reader) {
        return RefreshingReaders.of(
                List.of(batch.terms().requester()), batch.terms().approvers(), reader, unreachable.addresses());
    }

    private Explanation people(List<UserId> people) {
        List<String> first =
                people.stream().limit(BatchNotes.NAMED).map(names::of).toList();
        return people.size() > BatchNotes.NAMED
                ? Explanation.of("chat.batch.people.more", first, people.size() - BatchNotes.NAMED)
                : Explanation.of("chat.list", first);
    }

    private List<Sheet.Detail> details(Batch batch, List<UserId> people, Optional<Scope> deciding) {
        BatchTerms terms = batch.terms();
        var details = new ArrayList<Sheet.Detail>();
        if (!people.isEmpty()) {
            details.add(detail("chat.request.person", people(people)));
        }
        details.add(detail("chat.request.requester", name(names.of(terms.requester()))));
        deciding.ifPresent(scope -> details.add(RequestTexts.whyYou(scope)));
        details.add(detail("chat.request.reason", RequestTexts.reason(terms.reason())));
        details.add(detail("chat.request.asked", Explanation.of("chat.list", List.of(terms.askedAt()))));
        terms.schedule().map(RequestTexts::days).ifPresent(details::addAll);
        if (batch.awaits()) {
            details.addAll(RequestCards.deciders(terms.approvers(), terms.requester()::equals, names));
            details.add(detail("chat.request.expires", Explanation.of("chat.list", List.of(terms.expires()))));
        }
        details.add(detail(
                "chat.request.risk",
                ConstantMessages.of("chat.request.risk", terms.plan().risk())));
        if (batch.awaits()) {
            terms.plan()
                    .emergency()
                    .forEach(line -> details.add(
                            detail("chat.request.outlook.emergency", BatchTexts.line(line, people.size()))));
        }
        return details;
    }

    private static List<StepLine> steps(BatchTerms terms) {
        return terms.plan().steps().stream()
                .map(line ->
                        new StepLine("OPEN", BatchTexts.line(line, terms.plan().people()), "", ""))
                .toList();
    }

    private List<Suggestion> suggestions(
            StoredBatch stored, Map<MemberState, Integer> progress, Set<Role> held, Caller reader) {
        Batch batch = stored.batch();
        var suggestions = new ArrayList<Suggestion>();
        String number = Long.toString(batch.id().number());
        suggestions.add(new Suggestion(
                Explanation.of("chat.batch.everybody"),
                "people in " + number,
                ChatInput.press(CommandVerbs.PEOPLE, Slot.REQUEST, number)));
        if (batch.stage() instanceof BatchEnded) {
            suggestions.add(new Suggestion(
                    Explanation.of("chat.batch.result.button"),
                    "result " + number,
                    ChatInput.press(CommandVerbs.RESULT, Slot.REQUEST, number)));
        }
        Set<RequestAction> open = course.open(batch);
        open.stream()
                .filter(action -> action != RequestAction.RETRY || BatchTexts.count(progress, MemberState.STOPPED) > 0)
                .map(action -> new Suggestion(
                        ConstantMessages.of("chat.batch.action", action),
                        "%s %s".formatted(action.name().toLowerCase(Locale.ROOT), number),
                        buttons.press(stored, action, reader.id(), Optional.empty())))
                .forEach(suggestions::add);
        boolean done =
                BatchTexts.count(progress, MemberState.DONE) + BatchTexts.count(progress, MemberState.STOPPED) > 0;
        if (batch.stage() instanceof BatchEnded
                && done
                && held.contains(Role.ADMIN)
                && !batch.terms().rehearsal()) {
            suggestions.add(new Suggestion(
                    Explanation.of("chat.request.undo"),
                    "undo " + number,
                    ChatInput.press(CommandVerbs.UNDO, Slot.REQUEST, number)));
        }
        return suggestions;
    }
}
