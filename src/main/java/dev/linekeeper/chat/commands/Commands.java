package dev.linekeeper.chat.commands;

import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.attestation.AttestationCommands;
import dev.linekeeper.chat.cards.BatchCards;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.chat.cards.RequestOutcomeCards;
import dev.linekeeper.chat.digest.NewsCommands;
import dev.linekeeper.chat.drift.DriftCommands;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.enquiry.EnquiryCommands;
import dev.linekeeper.chat.fixes.FixCommands;
import dev.linekeeper.chat.forecast.ForecastCommands;
import dev.linekeeper.chat.groups.GrantCommands;
import dev.linekeeper.chat.guide.GuideCommand;
import dev.linekeeper.chat.history.HistoryCommands;
import dev.linekeeper.chat.imports.GivingCommands;
import dev.linekeeper.chat.imports.ImportCommands;
import dev.linekeeper.chat.mode.ModeCommands;
import dev.linekeeper.chat.numbers.LookupCommands;
import dev.linekeeper.chat.numbers.NumberCommands;
import dev.linekeeper.chat.numbers.NumberPolicyCommands;
import dev.linekeeper.chat.numbers.ReleaseCommands;
import dev.linekeeper.chat.numbers.ReservationCommands;
import dev.linekeeper.chat.override.OverrideCommands;
import dev.linekeeper.chat.policies.MoveCommands;
import dev.linekeeper.chat.policies.PolicyCommands;
import dev.linekeeper.chat.schedule.Days;
import dev.linekeeper.chat.setup.SetupCommands;
import dev.linekeeper.chat.site.NewAccountCommand;
import dev.linekeeper.chat.site.SiteCommands;
import dev.linekeeper.chat.watch.GroupCommands;
import dev.linekeeper.chat.watch.WatchCommands;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.bulk.BatchControl;
import dev.linekeeper.service.bulk.DecisionTogether;
import dev.linekeeper.service.execution.ManualStepsCheck;
import dev.linekeeper.service.execution.PlanExport;
import dev.linekeeper.service.fixes.OtherClaims;
import dev.linekeeper.service.history.SettingsHistory;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.policies.PolicyMoves;
import dev.linekeeper.service.requests.BatchDecision;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.BatchSubmission;
import dev.linekeeper.service.requests.RequestDecision;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.RequestSubmission;
import dev.linekeeper.service.tenant.Capabilities;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.watch.WatchDesk;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All commands of the bot, in the order in which help shows them. */
public final class Commands {
    private Commands() {}

    /** What commands about batches need. */
    public record Batches(
            BatchStore store,
            BatchSubmission submission,
            BatchDecision decision,
            BatchControl control,
            DecisionTogether together,
            BatchCards cards) {}

    /** All commands but help. */
    public static List<Command> all(
            TenantView tenant,
            DisplayNames names,
            Directory directory,
            Roles roles,
            RequestStore store,
            RequestSubmission submission,
            RequestDecision decision,
            Batches batches,
            GivingCommands giving,
            ImportCommands imports,
            PlanExport planExport,
            ManualStepsCheck manualSteps,
            SetupCommands setup,
            RequestCards cards,
            AuditTrail trail,
            AuditWatch watch,
            SettingsHistory history,
            NewsCommands news,
            ModeCommands mode,
            DriftCommands drift,
            OverrideCommands overrides,
            WatchDesk watched,
            GroupCommands groups,
            SiteCommands sites,
            ForecastCommands forecast,
            AttestationCommands attestations,
            ReservationCommands reservations,
            EnquiryCommands enquiries,
            Capabilities capabilities,
            Days days) {
        var reserved = reservations.notes();
        var outcomes = new RequestOutcomeCards(submission, cards, tenant);
        var batchCommands = new BatchCommands(batches.store(), batches.submission(), batches.cards(), outcomes, names);
        var decisions = new DecisionCards(decision, batches.decision(), cards, batches.cards(), names);
        var controls = new ControlCards(batches.control(), decisions, cards, names);
        var checks = new ReadinessCommands(
                tenant,
                attestations.lines(),
                (person, policy) -> overrides.desk().inForce().of(person, policy));
        return Stream.of(
                        new EnrolmentCommands(outcomes, batchCommands, days, tenant).commands(),
                        List.of(new LikeColleague(outcomes, tenant).statement()),
                        giving.commands(),
                        imports.commands(),
                        checks.commands(),
                        List.of(new CheckRequest(store, roles, directory, checks).statement()),
                        new OwnCommands(tenant).commands(),
                        new CallingCommands(tenant, attestations.lines()).commands(),
                        new RequestCommands(
                                        store,
                                        cards,
                                        names,
                                        outcomes,
                                        batches.store(),
                                        batches.cards(),
                                        batchCommands,
                                        (id, reader) -> imports.cards()
                                                .of(id, reader, Optional.empty())
                                                .or(() -> drift.cards().of(id, reader, Optional.empty()))
                                                .or(() -> overrides.cards().of(id, reader, Optional.empty()))
                                                .or(() -> enquiries.cards().of(id, reader, Optional.empty())),
                                        decisions,
                                        controls,
                                        new ManualPlanCards(planExport, manualSteps, cards),
                                        new TogetherCards(batches.together(), store, roles, names))
                                .commands(),
                        enquiries.commands(),
                        batchCommands.statements(),
                        controls.commands(),
                        new TenantCommands(tenant).commands(),
                        forecast.commands(),
                        List.of(GuideCommand.statement()),
                        new LookupCommands(tenant, reserved).commands(),
                        reservations.commands(),
                        new NumberCommands(outcomes, tenant, store, reserved).commands(),
                        List.of(new ReleaseCommands(outcomes, tenant, capabilities).statement()),
                        new NumberPolicyCommands(outcomes, tenant, capabilities).commands(),
                        sites.commands(),
                        List.of(new NewAccountCommand(sites.desk(), sites.reading(), outcomes, capabilities)
                                .statement()),
                        new PolicyCommands(outcomes, tenant, reserved.reservations()).commands(),
                        new MoveCommands(
                                        outcomes,
                                        tenant,
                                        new PolicyMoves(
                                                batches.submission(),
                                                submission,
                                                directory,
                                                holders -> tenant.forEachPerson(holders::look)),
                                        batches.cards(),
                                        reserved.reservations())
                                .commands(),
                        List.of(new FixCommands(
                                        outcomes,
                                        tenant,
                                        capabilities,
                                        new OtherClaims(store::assigningNumbers, reserved.reservations(), directory))
                                .statement()),
                        new GrantCommands(outcomes, tenant, directory, capabilities).commands(),
                        List.of(giving.numbers()),
                        new HistoryCommands(history, outcomes, days).commands(),
                        drift.commands(),
                        overrides.commands(),
                        new TemporaryCommands(store, outcomes, batchCommands, days, names).commands(),
                        new WatchCommands(watched, batches.submission(), batches.cards(), outcomes).commands(),
                        groups.commands(),
                        attestations.commands(),
                        new AuditCommands(trail, watch, names, roles, store).commands(),
                        news.commands(),
                        mode.commands(),
                        setup.commands(),
                        new OversightCommands(roles, directory).commands())
                .flatMap(List::stream)
                .toList();
    }
}
