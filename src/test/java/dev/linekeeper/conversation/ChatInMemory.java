package dev.linekeeper.conversation;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.store.audit.AnchorFile;
import dev.linekeeper.app.NoNotifications;
import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.Chat;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.Outbox;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.UnreachableApprovers;
import dev.linekeeper.chat.attestation.AttestationsForTests;
import dev.linekeeper.chat.bulk.CourseNotes;
import dev.linekeeper.chat.cards.BatchCards;
import dev.linekeeper.chat.cards.RequestButtons;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.chat.commands.Commands;
import dev.linekeeper.chat.digest.ChannelChoice;
import dev.linekeeper.chat.digest.DigestCards;
import dev.linekeeper.chat.digest.DigestCommand;
import dev.linekeeper.chat.digest.NewsCommands;
import dev.linekeeper.chat.drift.DriftCards;
import dev.linekeeper.chat.drift.DriftCommands;
import dev.linekeeper.chat.drift.DriftFile;
import dev.linekeeper.chat.engine.AuditedReads;
import dev.linekeeper.chat.engine.ButtonFilter;
import dev.linekeeper.chat.engine.CommandHelp;
import dev.linekeeper.chat.engine.CommandRunner;
import dev.linekeeper.chat.engine.Conversation;
import dev.linekeeper.chat.engine.PersonFinder;
import dev.linekeeper.chat.engine.PolicyFinder;
import dev.linekeeper.chat.enquiry.EnquiryCards;
import dev.linekeeper.chat.enquiry.EnquiryCommands;
import dev.linekeeper.chat.files.AttachedFile;
import dev.linekeeper.chat.files.FileDownloads;
import dev.linekeeper.chat.forecast.ForecastCommands;
import dev.linekeeper.chat.imports.GivingCommands;
import dev.linekeeper.chat.imports.ImportCards;
import dev.linekeeper.chat.imports.ImportCommands;
import dev.linekeeper.chat.imports.ImportNotifications;
import dev.linekeeper.chat.imports.ImportReport;
import dev.linekeeper.chat.imports.NamedPeople;
import dev.linekeeper.chat.mode.ModeCommands;
import dev.linekeeper.chat.numbers.ReservationsForTests;
import dev.linekeeper.chat.override.OverrideCards;
import dev.linekeeper.chat.override.OverrideCommands;
import dev.linekeeper.chat.schedule.Days;
import dev.linekeeper.chat.setup.SetupsForTests;
import dev.linekeeper.chat.site.SitesForTests;
import dev.linekeeper.chat.talk.Talk;
import dev.linekeeper.chat.watch.GroupCommands;
import dev.linekeeper.core.bulk.FreezeWindows;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.enrolment.OperatingMode.ModeLimits;
import dev.linekeeper.core.forecast.OwnersFigures;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.bulk.DecisionTogether;
import dev.linekeeper.service.bulk.judging.RowJudgement;
import dev.linekeeper.service.digest.DigestReading;
import dev.linekeeper.service.drift.DriftDesk;
import dev.linekeeper.service.drift.DriftsForTests;
import dev.linekeeper.service.enquiry.EnquiryDesk;
import dev.linekeeper.service.execution.ChangeWriter;
import dev.linekeeper.service.execution.RetryPolicy;
import dev.linekeeper.service.imports.ImportAsking;
import dev.linekeeper.service.imports.ImportRun;
import dev.linekeeper.service.imports.ImportedPeople;
import dev.linekeeper.service.imports.Imports;
import dev.linekeeper.service.mode.ModeSwitch;
import dev.linekeeper.service.override.OverridesForTests;
import dev.linekeeper.service.people.PeopleSearch;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.RoleGroups;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.ButtonTokens;
import dev.linekeeper.service.requests.JobQueue;
import dev.linekeeper.service.requests.Requests;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.service.setup.RoleGroupsInForce;
import dev.linekeeper.service.tenant.Capabilities;
import dev.linekeeper.service.tenant.gathering.GatheredTenant;
import dev.linekeeper.service.tenant.reading.BulkPersonReader;
import dev.linekeeper.service.watch.WatchDesk;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The chat with all its commands over a simulated tenant without a network, and a real store. Nothing is applied by itself. */
public record ChatInMemory(
        Chat chat,
        OpenedStore store,
        SimulatedTenant tenant,
        Requests requests,
        ImportRun importRun,
        OverridesForTests overrides,
        Capabilities capabilities)
        implements AutoCloseable {
    private static final Map<Role, Set<GroupId>> EVERY_GROUP = Map.of(
            Role.ADMIN, Set.of(new GroupId("5949c86b-0ee4-5556-9acb-bfa0ff185d45")),
            Role.APPROVER, Set.of(new GroupId("b3c5e9a9-57e7-596a-9ac2-b3f69f9b502f")),
            Role.AUDITOR, Set.of(new GroupId("2bcc861f-85bb-5cd9-8f30-fbcae7dcb377")),
            Role.OWNER, Set.of(new GroupId("81406b08-ec71-5056-b8b6-d70da63a6287")));

    public static ChatInMemory over(SimulatedTenant tenant) {
        return over(tenant, Clock.systemUTC());
    }

    public static ChatInMemory over(SimulatedTenant tenant, Clock clock) {
        return over(tenant, clock, FreezeWindows.NONE);
    }

    public static ChatInMemory over(SimulatedTenant tenant, Clock clock, FreezeWindows freeze) {
        return over(tenant, clock, freeze, ChatInMemory::nowhere);
    }

    public static ChatInMemory over(SimulatedTenant tenant, OwnersFigures figures) {
        return over(tenant, Clock.systemUTC(), FreezeWindows.NONE, ChatInMemory::nowhere, figures);
    }

    /** Over a store that may have been there before. */
    public static ChatInMemory over(SimulatedTenant tenant, OpenedStore store) {
        return over(tenant, store, EVERY_GROUP);
    }

    /** The same where settings name these groups alone. */
    public static ChatInMemory over(SimulatedTenant tenant, OpenedStore store, Map<Role, Set<GroupId>> holders) {
        return over(
                tenant,
                store,
                Clock.systemUTC(),
                FreezeWindows.NONE,
                ChatInMemory::nowhere,
                OwnersFigures.NONE,
                holders);
    }

    public static ChatInMemory over(
            SimulatedTenant tenant, Clock clock, FreezeWindows freeze, FileDownloads downloads) {
        return over(tenant, clock, freeze, downloads, OwnersFigures.NONE);
    }

    private static FileDownloads.FileDownload nowhere(AttachedFile file) {
        throw new AssertionError("No file lies anywhere: " + file);
    }

    private static ChatInMemory over(
            SimulatedTenant tenant, Clock clock, FreezeWindows freeze, FileDownloads downloads, OwnersFigures figures) {
        return over(
                tenant,
                OpenedStore.inMemory("chat-" + UUID.randomUUID(), clock),
                clock,
                freeze,
                downloads,
                figures,
                EVERY_GROUP);
    }

    private static ChatInMemory over(
            SimulatedTenant tenant,
            OpenedStore store,
            Clock clock,
            FreezeWindows freeze,
            FileDownloads downloads,
            OwnersFigures figures,
            Map<Role, Set<GroupId>> holders) {
        var ports = tenant.ports();
        var directory = ports.directory();
        var readings = ports.reader(clock, Duration.ofHours(1));
        var settings = new JudgementSettings(
                Optional.of(new PolicyName("NoPSTN")),
                false,
                Map.of("operatorConnect/GB", new PolicyName("Emergency-UK")));
        var groups = new RoleGroupsInForce(new RoleGroups(holders), store.roleGroups(), clock);
        var roles = new Roles(directory, groups, clock, Duration.ofHours(1));
        var capabilities = Capabilities.of("the simulator");
        var tokens = new ButtonTokens(store.tokens(), clock);
        var overrides = new OverridesForTests(store, readings, settings, roles, Sample.POLICY, clock);
        var mode = new ModeSwitch(
                store.mode(),
                new ModeLimits(OperatingMode.LIVE, OperatingMode.LIVE, Sample.POLICY.expiry()),
                roles,
                store.trail(),
                DriftsForTests.news(store, clock).news(),
                store.transactions(),
                clock);
        var requests = new Requests(
                new Requests.Kept(
                        store.requests(),
                        store.batches(),
                        store.trail(),
                        new NoJobs(),
                        tokens,
                        store.transactions(),
                        store.history(),
                        overrides.inForce(),
                        ReservationsForTests.inForce(store, clock)),
                new Requests.Tenancy(
                        readings,
                        roles,
                        settings,
                        new ChangeWriter(
                                ports.numbers(),
                                ports.policyGrants(),
                                ports.voiceSwitch(),
                                ports.sharedCallingPolicies(),
                                ports.voiceApplications(),
                                ports.policyCatalogue(),
                                ports.groupGrants()),
                        GatheredTenant.of(ports, readings),
                        mode),
                Sample.POLICY,
                new Requests.Care(Requests.Care.NONE.caution(), freeze),
                new NoNotifications(),
                new Requests.Time(clock, _ -> {}, RetryPolicy.USUAL));
        var view = new TenantView(readings, directory, settings);
        var names = new DisplayNames(directory, clock);
        var unreachable = new UnreachableApprovers(store.addresses(), store.messages());
        var buttons = new RequestButtons(tokens, clock);
        var batchCards = new BatchCards(
                store.batches(),
                buttons,
                roles,
                names,
                unreachable,
                new CourseNotes(freeze, names, Sample.POLICY, clock));
        var cards = new RequestCards(
                store.requests(),
                buttons,
                roles,
                names,
                unreachable,
                requests.secondOpinion(),
                batchCards,
                overrides.notes(names));
        var imports = new Imports(
                store.imports(),
                _ -> {},
                new ImportNotifications(store.messages()),
                store.transactions(),
                Duration.ofDays(7),
                clock);
        var importCards = new ImportCards(store.imports(), view, store.addresses(), clock);
        var watch = new WatchDesk(store.watch(), store.groups(), store.trail(), store.transactions(), clock);
        var days = new Days(clock, ZoneId.of("UTC"));
        var help = new CommandHelp(
                Commands.all(
                        view,
                        names,
                        directory,
                        roles,
                        store.requests(),
                        requests.asking(),
                        requests.deciding(),
                        new Commands.Batches(
                                store.batches(),
                                requests.askingForMany(),
                                requests.decidingMany(),
                                requests.controlling(),
                                new DecisionTogether(store.requests(), requests.deciding(), tokens, clock),
                                batchCards),
                        new GivingCommands(imports, importCards, new NamedPeople(directory, view), downloads, days),
                        new ImportCommands(
                                imports, importCards, new ImportReport(store.imports(), store.trail(), clock), days),
                        null,
                        null,
                        SetupsForTests.commands(store, groups, roles, directory, names, mode, clock),
                        cards,
                        store.trail(),
                        new AuditWatch(store.trail(), new AnchorFile((Path) null), clock),
                        store.history(),
                        new NewsCommands(
                                store.channel(),
                                new ChannelChoice(store.channel(), store.trail(), store.transactions(), clock),
                                new DigestCommand(
                                        new DigestReading(
                                                readings,
                                                directory,
                                                settings,
                                                new BulkPersonReader(readings, Duration.ofMinutes(1), _ -> {}),
                                                store.requests(),
                                                store.batches(),
                                                List.of(),
                                                clock),
                                        new DigestCards(store.digests()),
                                        clock,
                                        ZoneId.of("UTC"))),
                        new ModeCommands(mode),
                        new DriftCommands(
                                new DriftDesk(
                                        store.drifts(),
                                        DriftsForTests.NO_JOBS,
                                        DriftsForTests.news(store, clock),
                                        store.trail(),
                                        store.transactions(),
                                        clock),
                                new DriftCards(store.drifts(), names, roles, store.addresses()),
                                new DriftFile(store.drifts(), directory, roles, store.trail(), clock)),
                        new OverrideCommands(
                                overrides.submission(),
                                overrides.desk(),
                                new OverrideCards(store.overrides(), names, roles, store.addresses()),
                                days),
                        watch,
                        new GroupCommands(watch, directory, imports, importCards),
                        SitesForTests.commands(store, readings, settings, ports, clock),
                        new ForecastCommands(view, figures),
                        AttestationsForTests.commands(store, view, names, clock),
                        ReservationsForTests.commands(store, view, directory, names, clock),
                        new EnquiryCommands(
                                new EnquiryDesk(
                                        store.enquiries(),
                                        DriftsForTests.adminNews(store, clock),
                                        (reader, enquiry, version) ->
                                                store.messages().post(reader, BotMessage.outcome(enquiry, version)),
                                        store.trail(),
                                        store.transactions(),
                                        clock),
                                new EnquiryCards(
                                        store.enquiries(),
                                        store.news(),
                                        store.channel(),
                                        store.addresses(),
                                        roles,
                                        directory,
                                        names)),
                        capabilities,
                        days),
                roles,
                directory);
        var book = Talk.book(help.commands());
        var runner = new CommandRunner(
                new PersonFinder(new PeopleSearch(directory), directory),
                new PolicyFinder(view),
                view,
                new AuditedReads(store.trail(), clock),
                overrides.notes(names));
        var chat = new Conversation(
                book,
                runner,
                roles,
                help,
                new ButtonFilter(book, roles),
                (_, _) -> new Outbox.Delivery.Delivered(),
                () -> "R-1",
                clock);
        var told = new ImportNotifications(store.messages());
        var importRun = new ImportRun(
                store.imports(),
                new ImportedPeople(store.imports(), directory, ports.voiceUsers()),
                new RowJudgement(ports, readings, requests.askingForMany()::preview, clock),
                new ImportAsking(store.imports(), requests.askingForMany(), store.groups(), told, clock),
                told,
                clock);
        return new ChatInMemory(chat, store, tenant, requests, importRun, overrides, capabilities);
    }

    @Override
    public void close() {
        store.close();
    }

    private record NoJobs() implements JobQueue {
        @Override
        public void apply(RequestId request) {}

        @Override
        public void applyAll(RequestId batch, List<RequestId> members, Instant at) {}

        @Override
        public void bringForward(RequestId batch) {}

        @Override
        public void expire(RequestId request, Instant at) {}

        @Override
        public void remind(RequestId request, Instant at) {}

        @Override
        public void end(RequestId request, Instant at, List<Instant> reminders) {}

        @Override
        public void announce(RequestId request, long version) {}
    }
}
