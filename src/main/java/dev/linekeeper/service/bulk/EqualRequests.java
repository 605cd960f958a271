package dev.linekeeper.service.bulk;

import dev.linekeeper.core.Sha256;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.ButtonTokens;
import dev.linekeeper.service.requests.RequestStore.Stored;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Requests that wait and do the same to different people. A button for them is good while each is as it was shown. */
public record EqualRequests(List<Stored> requests) implements ButtonTokens.Target {
    private static final int MOST = 20;

    public EqualRequests {
        requests = List.copyOf(requests);
    }

    /** Groups of at least two, each of at most 20, of those that {@code approver} neither asked for, is concerned by, nor approved. */
    public static List<EqualRequests> among(Collection<Stored> waiting, UserId approver) {
        return waiting.stream()
                .filter(one -> one.request() instanceof AwaitingDecision it
                        && !it.terms().concerns(approver)
                        && it.approvals().stream().noneMatch(yes -> yes.by().equals(approver)))
                .collect(Collectors.groupingBy(
                        one -> RequestKind.of(one.request().terms()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(group -> group.size() > 1)
                .map(group -> new EqualRequests(group.stream().limit(MOST).toList()))
                .toList();
    }

    public boolean isHigh() {
        return requests.stream()
                .anyMatch(one -> one.request().terms().plan().risk().high());
    }

    @Override
    public RequestId id() {
        return requests.getFirst().id();
    }

    @Override
    public String state() {
        return Sha256.hex(requests.stream()
                .map(one -> "%s %d %s "
                        .formatted(
                                one.id(),
                                one.version(),
                                one.request().terms().plan().fingerprint()))
                .collect(Collectors.joining()));
    }
}
