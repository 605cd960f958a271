package dev.linekeeper.service.enquiry;

import dev.linekeeper.core.enquiry.Enquiry;
import dev.linekeeper.core.enquiry.EnquiryKind;
import dev.linekeeper.core.enquiry.EnquiryState;
import dev.linekeeper.core.enquiry.EnquiryState.EnquiryAnswered;
import dev.linekeeper.core.enquiry.EnquiryState.EnquiryOpen;
import dev.linekeeper.core.enquiry.EnquiryState.EnquiryTaken;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.digest.AdminNews;
import dev.linekeeper.service.digest.NewsItem;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes enquiries, tells the voice team of them as news, and whoever asked what became of it. The words are kept with the
 * enquiry alone: the audit trail says that somebody asked, and about what kind of thing.
 */
public record EnquiryDesk(
        EnquiryStore store,
        AdminNews news,
        EnquiryNews told,
        AuditTrail trail,
        Transactions transactions,
        Clock clock) {
    /** The kind of its news. */
    public static final String KIND = "enquiry";

    /** What somebody wants to know or to have; see {@link Enquiry}. */
    public record Asked(UserId asker, UserId person, EnquiryKind kind, String words, String since) {
        public Asked {
            words = ChangeRequest.shortened(words);
            since = ChangeRequest.shortened(since);
        }
    }

    /** Keeps it and tells the voice team; where as many are open for the person as may be, the latest of these instead. */
    public Enquiry ask(Asked asked) {
        return transactions.run(() -> {
            List<Enquiry> open = store.open().stream()
                    .filter(other ->
                            other.kind() == asked.kind() && other.person().equals(asked.person()))
                    .toList();
            return open.size() < asked.kind().most() ? added(asked) : open.getLast();
        });
    }

    private Enquiry added(Asked asked) {
        // As exact as databases keep it, or its news would not be found again.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        NewsItem item = news.post(KIND, subject(asked.asker(), asked.person(), now))
                .orElseThrow(() -> new IllegalStateException("Asked twice in the same moment"));
        var enquiry = new Enquiry(
                item.number(),
                asked.kind(),
                asked.person(),
                asked.asker(),
                asked.words(),
                asked.since(),
                now,
                new EnquiryOpen());
        store.add(enquiry);
        noted(asked.asker(), Action.ASKED, enquiry);
        if (!asked.person().equals(asked.asker())) {
            told.tell(asked.person(), enquiry.id(), item.version());
        }
        return enquiry;
    }

    /** Says that {@code by} sees to it, where nobody does; the enquiry as it is then. */
    public Optional<Enquiry> take(UserId by, RequestId id) {
        return transactions.run(() -> store.find(id)
                .map(found -> found.state() instanceof EnquiryOpen
                        ? moved(by, Action.ACCEPTED, found, new EnquiryTaken(by, clock.instant()))
                        : found));
    }

    /** Answers it, where nobody has; the enquiry as it is then. */
    public Optional<Enquiry> answer(UserId by, RequestId id, String answer) {
        return transactions.run(() -> store.find(id)
                .map(found -> found.isOpen()
                        ? moved(
                                by,
                                Action.COMPLETED,
                                found,
                                new EnquiryAnswered(by, clock.instant(), ChangeRequest.shortened(answer)))
                        : found));
    }

    private Enquiry moved(UserId by, Action action, Enquiry before, EnquiryState next) {
        Enquiry after = before.in(next);
        if (!store.replace(before, after)) {
            return store.find(before.id()).orElse(before);
        }
        noted(by, action, after);
        news.changed(KIND, subject(after.asker(), after.person(), after.at()))
                .ifPresent(item -> Stream.of(after.asker(), after.person())
                        .distinct()
                        .forEach(reader -> told.tell(reader, after.id(), item.version())));
        return after;
    }

    private void noted(UserId by, Action action, Enquiry enquiry) {
        trail.append(new AuditEntry(
                clock.instant(),
                Optional.of(by),
                action,
                Optional.of(enquiry.id()),
                Optional.of(enquiry.person()),
                Map.of("enquiry", enquiry.kind().name())));
    }

    private static String subject(UserId asker, UserId person, Instant at) {
        return "%s %s %s".formatted(asker.value(), person.value(), at);
    }
}
