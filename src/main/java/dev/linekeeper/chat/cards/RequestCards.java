package dev.linekeeper.chat.cards;

import static dev.linekeeper.chat.Answer.Sheet.detail;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.RequestCard;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.PersonNotes;
import dev.linekeeper.chat.UnreachableApprovers;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.people.RolesNotRead;
import dev.linekeeper.service.people.Scope;
import dev.linekeeper.service.requests.RequestAction;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.RequestStore.Stored;
import dev.linekeeper.service.requests.SecondOpinion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Requests as their readers may see them: approvers with buttons to decide, the requester with one to cancel. */
public final class RequestCards {
    /** So many of those who can decide are named. */
    private static final int MOST_NAMED = 5;

    private final RequestStore store;
    private final RequestButtons buttons;
    private final Roles roles;
    private final DisplayNames names;
    private final UnreachableApprovers unreachable;
    private final SecondOpinion secondOpinion;
    private final BatchCards batches;
    private final PersonNotes personNotes;

    public RequestCards(
            RequestStore store,
            RequestButtons buttons,
            Roles roles,
            DisplayNames names,
            UnreachableApprovers unreachable,
            SecondOpinion secondOpinion,
            BatchCards batches,
            PersonNotes personNotes) {
        this.store = store;
        this.buttons = buttons;
        this.roles = roles;
        this.names = names;
        this.unreachable = unreachable;
        this.secondOpinion = secondOpinion;
        this.batches = batches;
        this.personNotes = personNotes;
    }

    /** The request, or the batch of that number, as it is now. */
    public Answer of(RequestId id, Caller reader) {
        return of(id, reader, Optional.empty(), false);
    }

    /** The same for a reader who opened it: an approver is told what is different since it was asked. */
    public Answer opened(RequestId id, Caller reader) {
        return of(id, reader, Optional.empty(), true);
    }

    public Answer of(RequestId id, Caller reader, Explanation notice) {
        return of(id, reader, Optional.of(notice), false);
    }

    private Answer of(RequestId id, Caller reader, Optional<Explanation> notice, boolean opened) {
        return store.find(id)
                .<Answer>map(stored -> card(stored, reader, notice, opened))
                .or(() -> batches.of(id, reader, notice))
                .orElseGet(() -> NoteCards.of(Tone.INFO, "chat.no-such-request", id));
    }

    /** {@link NeutralRequestCard}. */
    public Answer neutral(Stored stored, Caller reader) {
        return NeutralRequestCard.of(
                stored, RefreshingReaders.of(stored.request().terms(), reader, unreachable.addresses()));
    }

    /** What a request is for, in one sentence. */
    public Explanation title(RequestDetails terms) {
        return terms.plan().title(names.of(terms.subject()));
    }

    /** The same with what the title leaves out: the policy somebody loses, or what is undone. */
    public Explanation description(RequestDetails terms) {
        Plan plan = terms.plan();
        return terms.undoes()
                .flatMap(store::find)
                .<Object>map(undone -> title(undone.request().terms()))
                .or(() -> plan.purpose() == Purpose.REMOVE ? plan.policy() : Optional.empty())
                .map(more -> Explanation.of("chat.request.described", title(terms), more))
                .orElseGet(() -> title(terms));
    }

    private RequestCard card(Stored stored, Caller reader, Optional<Explanation> notice, boolean opened) {
        Request request = stored.request();
        RequestDetails terms = request.terms();
        boolean alone = !reader.othersReadAlong() && !isDecidedWithOthers(request);
        Set<Role> held = roles.maybe(reader.id());
        Optional<Scope> scope = alone && held.contains(Role.APPROVER) ? scope(reader, terms) : Optional.empty();
        boolean decides = scope.isPresent()
                && request instanceof AwaitingDecision awaiting
                && !terms.concerns(reader.id())
                && awaiting.approvals().stream()
                        .noneMatch(approval -> approval.by().equals(reader.id()));
        boolean cancels = alone
                && (request instanceof AwaitingDecision
                        || request.isToCome(buttons.clock().instant()))
                && reader.id().equals(terms.requester());
        return new RequestCard(
                request.id(),
                stored.version(),
                title(terms),
                notice,
                RequestTexts.state(request),
                RequestTexts.status(request, names),
                details(request, scope.filter(_ -> decides)),
                RequestTexts.steps(request),
                Stream.concat(
                                opened && decides ? secondOpinion.of(terms).stream() : Stream.empty(),
                                notes(request, reader, opened).stream())
                        .toList(),
                decides ? Optional.of(buttons.press(stored, RequestAction.APPROVE, reader.id())) : Optional.empty(),
                decides ? Optional.of(buttons.press(stored, RequestAction.DENY, reader.id())) : Optional.empty(),
                cancels ? Optional.of(buttons.press(stored, RequestAction.CANCEL, reader.id())) : Optional.empty(),
                alone
                        ? Stream.concat(
                                        decides && !(terms.subject() instanceof Groundwork)
                                                ? Stream.of(check(terms))
                                                : Stream.empty(),
                                        buttons.others(stored, held, reader.id()).stream())
                                .toList()
                        : List.of(),
                RefreshingReaders.of(terms, reader, unreachable.addresses()));
    }

    private static boolean isDecidedWithOthers(Request request) {
        return request instanceof AwaitingDecision && request.terms().batch().isPresent();
    }

    /** Over whom the reader decides; everybody while that cannot be read, since whoever then decides is looked up again. */
    private Optional<Scope> scope(Caller reader, RequestDetails terms) {
        try {
            return roles.scopeOver(reader.id(), Set.of(Role.APPROVER), terms.subject());
        } catch (RolesNotRead unknown) {
            return Optional.of(Scope.EVERYBODY);
        }
    }

    private List<Sheet.Detail> details(Request request, Optional<Scope> deciding) {
        RequestDetails terms = request.terms();
        var details = new ArrayList<Sheet.Detail>();
        details.add(RequestTexts.subject(terms.subject(), names));
        details.add(detail("chat.request.requester", name(names.of(terms.requester()))));
        deciding.ifPresent(scope -> details.add(RequestTexts.whyYou(scope)));
        if (request instanceof AwaitingDecision) {
            details.addAll(deciders(terms.approvers(), terms::concerns, names));
        }
        details.add(detail("chat.request.reason", RequestTexts.reason(terms.reason())));
        details.add(detail("chat.request.asked", Explanation.of("chat.list", List.of(terms.askedAt()))));
        terms.schedule().map(RequestTexts::days).ifPresent(details::addAll);
        if (request instanceof AwaitingDecision) {
            details.add(detail("chat.request.expires", Explanation.of("chat.list", List.of(terms.expires()))));
        }
        details.add(detail(
                "chat.request.risk",
                Explanation.of(
                        "chat.request.risk." + terms.plan().risk().level().name())));
        if (request instanceof AwaitingDecision) {
            details.addAll(RequestTexts.outlook(terms.plan()));
        }
        return details;
    }

    private List<Explanation> notes(Request request, Caller reader, boolean opened) {
        RequestDetails terms = request.terms();
        var notes = new ArrayList<Explanation>();
        terms.subject().person().flatMap(personNotes::of).ifPresent(notes::add);
        terms.batch().ifPresent(batch -> notes.add(Explanation.of("chat.batch.part", batch)));
        if (terms.rehearsal()) {
            notes.add(Explanation.of(request.isOpen() ? "chat.request.rehearsal" : "chat.request.rehearsed"));
        }
        if (request instanceof AwaitingDecision) {
            notes.addAll(terms.plan().remarks());
            notes.addAll(terms.plan().risk().why());
            if (terms.approvers().stream().allMatch(terms::concerns)) {
                notes.add(Explanation.of("chat.request.nobody-can-decide"));
            }
            if (opened || reader.id().equals(terms.requester())) {
                unreachable
                        .of(terms)
                        .forEach((approver, why) -> notes.add(
                                Explanation.of("chat.request.unreached", names.of(approver), Explanation.of(why))));
            }
        }
        notes.addAll(RequestTexts.notes(request));
        return notes;
    }

    /** Who was asked and can decide; empty where nobody can, which a note says. */
    static List<Sheet.Detail> deciders(Set<UserId> approvers, Predicate<UserId> isConcerned, DisplayNames names) {
        List<String> deciders = approvers.stream()
                .filter(isConcerned.negate())
                .map(names::of)
                .sorted()
                .toList();
        int more = deciders.size() - MOST_NAMED;
        List<Explanation> named =
                deciders.stream().limit(MOST_NAMED).map(RequestCards::name).toList();
        return deciders.isEmpty()
                ? List.of()
                : List.of(Sheet.detail(
                        "chat.request.deciders",
                        more > 0
                                ? Explanation.of("chat.request.deciders.more", named, more)
                                : Explanation.of("chat.list", named)));
    }

    private static Suggestion check(RequestDetails terms) {
        return NoteCards.say("check request " + terms.id().number(), "chat.check.button");
    }

    /** A text as it is. */
    public static Explanation name(String text) {
        return Explanation.of("chat.name", text);
    }
}
