package dev.linekeeper.service.execution;

import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.request.InProgress;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.script.PlanScript;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.RequestStore.Stored;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.Organisation;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Exports approved plans as PowerShell scripts, for admins who rather run a change themselves; recorded in the audit. */
public final class PlanExport {
    private final RequestStore store;
    private final Directory directory;
    private final Organisation organisation;
    private final AuditTrail trail;
    private final Clock clock;

    public PlanExport(
            RequestStore store, Directory directory, Organisation organisation, AuditTrail trail, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.organisation = organisation;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The plan of a request, as far as it is not done yet.
     *
     * @param who who asks; empty at the command line
     * @param wording how the script speaks to its reader
     */
    public PlanExportResult export(RequestId id, Optional<UserId> who, Function<Explanation, String> wording) {
        return store.find(id)
                .map(Stored::request)
                .map(request -> request instanceof InProgress || request instanceof Request.PartlyApplied
                        ? script(request, who, wording)
                        : new PlanExportResult.NotApproved(request))
                .orElseGet(() -> new PlanExportResult.NothingToExport(id));
    }

    private PlanExportResult script(Request request, Optional<UserId> who, Function<Explanation, String> wording) {
        var terms = request.terms();
        if (terms.rehearsal()) {
            return new PlanExportResult.DryRun(request);
        }
        Optional<Step> unwritable = PlanScript.unwritable(terms.plan());
        if (unwritable.isPresent()) {
            return new PlanExportResult.Unwritable(request, unwritable.get());
        }
        trail.append(new AuditEntry(
                clock.instant(),
                who,
                Action.READ,
                Optional.of(request.id()),
                terms.subject().person(),
                Map.of("command", "export", "fingerprint", terms.plan().fingerprint())));
        return new PlanExportResult.ExportedScript(
                request,
                new PlanScript(
                        request.id(),
                        terms.plan(),
                        called(terms.subject()),
                        ifReadable(() -> Optional.of(organisation.tenantId())),
                        request.done().size(),
                        header(request, wording),
                        step -> wording.apply(step.title())));
    }

    private List<String> header(Request request, Function<Explanation, String> wording) {
        RequestDetails terms = request.terms();
        var header = new ArrayList<Explanation>();
        header.add(say("request", request.id(), terms.plan().fingerprint()));
        header.add(terms.plan().title(called(terms.subject())));
        header.add(terms.subject()
                .person()
                .map(person -> say("person", name(person), person))
                .orElseGet(() -> say(terms.subject() instanceof PolicyName ? "policy" : "behind", terms.subject())));
        header.add(say("asked", name(terms.requester()), terms.requester(), iso(terms.askedAt()), terms.reason()));
        request.approvals()
                .forEach(approval ->
                        header.add(say("approved", name(approval.by()), approval.by(), iso(approval.at()))));
        header.add(say("changes"));
        for (int at = 0; at < terms.plan().steps().size(); at++) {
            Step step = terms.plan().steps().get(at);
            header.add(
                    !step.changesSomething()
                            ? say("step.verify", at + 1, step.title())
                            : say(
                                    at < request.done().size() ? "step.done" : "step",
                                    at + 1,
                                    step.title(),
                                    step.before(),
                                    step.after()));
        }
        header.add(say("risk", terms.plan().risk().level()));
        terms.plan().risk().why().forEach(why -> header.add(say("warning", why)));
        if (request instanceof Request.Applying) {
            header.add(say("under-way"));
        }
        header.add(say("use"));
        return header.stream().map(wording).toList();
    }

    private String called(Subject subject) {
        return subject.person().map(this::name).orElseGet(subject::toString);
    }

    private String name(UserId person) {
        return ifReadable(() -> directory.find(person).map(DirectoryEntry::displayName))
                .orElse(person.value());
    }

    /** What cannot be read now is left out; the script does not depend on it. */
    private static Optional<String> ifReadable(Supplier<Optional<String>> read) {
        try {
            return read.get();
        } catch (BackendFailure _) {
            return Optional.empty();
        }
    }

    /** The same in every language, and ASCII, so that a script is read alike everywhere. */
    private static String iso(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Explanation say(String key, Object... arguments) {
        return Explanation.of("script." + key, arguments);
    }
}
