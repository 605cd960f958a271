package dev.linekeeper;

import dev.linekeeper.adapter.playground.Persona;
import dev.linekeeper.adapter.playground.Personas;
import dev.linekeeper.adapter.teams.Cards;
import dev.linekeeper.chat.Announcements;
import dev.linekeeper.chat.Chat;
import dev.linekeeper.chat.Command;
import dev.linekeeper.chat.CommandBook;
import dev.linekeeper.chat.Commands;
import dev.linekeeper.chat.Conversation;
import dev.linekeeper.chat.Help;
import dev.linekeeper.chat.Lookup;
import dev.linekeeper.chat.Outbox;
import dev.linekeeper.chat.RequestCards;
import dev.linekeeper.chat.Undelivered;
import dev.linekeeper.core.readiness.Settings;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.people.People;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.Agenda;
import dev.linekeeper.service.requests.Announcing;
import dev.linekeeper.service.requests.Applying;
import dev.linekeeper.service.requests.Deciding;
import dev.linekeeper.service.requests.Exporting;
import dev.linekeeper.service.requests.Mode;
import dev.linekeeper.service.requests.Patience;
import dev.linekeeper.service.requests.RequestEvents;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.Requests;
import dev.linekeeper.service.requests.Tokens;
import dev.linekeeper.service.requests.Transactions;
import dev.linekeeper.service.requests.Writing;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.EmergencyLocations;
import dev.linekeeper.service.tenant.Numbers;
import dev.linekeeper.service.tenant.Organisation;
import dev.linekeeper.service.tenant.PolicyCatalogue;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.Readings;
import dev.linekeeper.service.tenant.TenantPorts;
import dev.linekeeper.service.tenant.VoiceApplications;
import dev.linekeeper.service.tenant.VoiceSwitch;
import dev.linekeeper.service.tenant.VoiceUsers;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place where core, service and chat objects are made; they know nothing of Spring. Adapters wire themselves. */
@Configuration(proxyBeanMethods = false)
class LinekeeperConfiguration {
    private static final Duration ROLES_REMEMBERED = Duration.ofSeconds(10);

    /** A grant is usually seen within a minute; what the tenant refuses is tried again for up to two days. */
    private static final Patience PATIENCE =
            new Patience(Duration.ofMinutes(2), 5, Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofDays(2));

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Settings judgement(LinekeeperProperties settings) {
        var readiness = settings.readiness();
        return new Settings(
                Optional.ofNullable(readiness.emptyVoiceRoutingPolicy()).map(PolicyName::new),
                readiness.inboundRequired(),
                readiness.emergencyCallRoutingPolicies().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> new PolicyName(entry.getValue()))));
    }

    @Bean
    TenantPorts tenantPorts(
            Directory directory,
            VoiceUsers voiceUsers,
            VoiceSwitch voiceSwitch,
            Numbers numbers,
            PolicyGrants policyGrants,
            PolicyCatalogue policyCatalogue,
            EmergencyLocations emergencyLocations,
            VoiceApplications voiceApplications,
            Organisation organisation) {
        return new TenantPorts(
                directory,
                voiceUsers,
                voiceSwitch,
                numbers,
                policyGrants,
                policyCatalogue,
                emergencyLocations,
                voiceApplications,
                organisation);
    }

    @Bean
    Readings readings(TenantPorts ports, LinekeeperProperties settings, Clock clock) {
        return ports.readings(clock, settings.snapshotAge());
    }

    @Bean
    Roles roles(Directory directory, LinekeeperProperties settings, Clock clock) {
        return new Roles(directory, settings.roles().byRole(), clock, ROLES_REMEMBERED);
    }

    @Bean
    People people(Directory directory) {
        return new People(directory);
    }

    @Bean
    Cards cards() {
        return new Cards();
    }

    @Bean
    Lookup lookup(
            People people, Directory directory, Readings readings, Settings judgement, AuditTrail trail, Clock clock) {
        return new Lookup(people, directory, readings, judgement, trail, clock);
    }

    @Bean
    Undelivered undelivered() {
        return new Undelivered();
    }

    @Bean
    RequestCards requestCards(
            RequestStore store, Tokens tokens, Roles roles, Lookup lookup, Undelivered undelivered, Clock clock) {
        return new RequestCards(store, tokens, roles, lookup, undelivered, clock);
    }

    @Bean
    RequestEvents announcements(Outbox outbox, RequestCards cards, Lookup lookup, Undelivered undelivered) {
        return new Announcements(outbox, cards, lookup, undelivered);
    }

    @Bean
    Chat chat(
            Lookup lookup,
            Directory directory,
            Roles roles,
            RequestStore store,
            Requests requests,
            Exporting exporting,
            RequestCards cards,
            AuditTrail trail,
            Outbox outbox) {
        List<Command> commands =
                Commands.all(lookup, directory, roles, store, requests.asking(), requests.deciding(), exporting, requests.confirming(), cards, trail);
        var help = new Help(commands, roles, directory);
        var book = new CommandBook(
                Stream.concat(commands.stream(), Stream.of(help)).toList());
        return new Conversation(book, roles, help, outbox, LinekeeperConfiguration::reference);
    }

    @Bean
    Exporting exporting(
            RequestStore store, Directory directory, Organisation organisation, AuditTrail trail, Clock clock) {
        return new Exporting(store, directory, organisation, trail, clock);
    }

    @Bean
    Requests requests(
            RequestStore store,
            AuditTrail trail,
            Agenda agenda,
            Tokens tokens,
            Transactions transactions,
            TenantPorts ports,
            Readings readings,
            Roles roles,
            Settings judgement,
            RequestEvents events,
            LinekeeperProperties settings,
            Clock clock) {
        return new Requests(
                new Requests.Kept(store, trail, agenda, tokens, transactions),
                new Requests.Tenancy(
                        readings,
                        roles,
                        judgement,
                        new Writing(ports.numbers(), ports.policyGrants(), ports.voiceSwitch()),
                        () -> mode(settings.mode())),
                settings.approval().policy(),
                events,
                new Requests.Time(clock, Thread::sleep, PATIENCE));
    }

    @Bean
    Applying applying(Requests requests) {
        return requests.applying();
    }

    @Bean
    Deciding deciding(Requests requests) {
        return requests.deciding();
    }

    @Bean
    Announcing announcing(Requests requests) {
        return requests.announcing();
    }

    private static Mode mode(LinekeeperProperties.Mode mode) {
        return switch (mode) {
            case READ_ONLY -> Mode.READ_ONLY;
            case DRY_RUN -> Mode.DRY_RUN;
            case LIVE -> Mode.LIVE;
        };
    }

    /** Who one can be on the chat page, and what a visitor may try first. */
    @Bean
    Personas personas(Organisation organisation, Directory directory, Roles roles, LinekeeperProperties settings) {
        List<Persona> people = settings.playground().personas().stream()
                .flatMap(name -> directory.findByPrincipalName(name).stream())
                .map(person -> new Persona(
                        person.id().value(),
                        person.displayName(),
                        roles.of(person.id()).stream()
                                .filter(role -> role != Role.USER)
                                .map(LinekeeperConfiguration::caption)
                                .collect(Collectors.collectingAndThen(
                                        Collectors.joining(", "),
                                        captions -> captions.isEmpty()
                                                ? person.department().orElse("")
                                                : captions)),
                        person.userPrincipalName()))
                .toList();
        return new Personas(
                organisation.tenantId(),
                organisation.displayName(),
                people,
                List.of(
                        "enrol adele with London",
                        "check all",
                        "what's my caller ID",
                        "why can't diego call",
                        "whoami",
                        "help"));
    }

    private static String caption(Role role) {
        return switch (role) {
            case USER -> "Person";
            case HELPDESK -> "Helpdesk";
            case ADMIN -> "Voice admin";
            case APPROVER -> "Approver";
            case AUDITOR -> "Auditor";
            case OWNER -> "Owner";
        };
    }

    private static String reference() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()).substring(0, 6);
    }
}
