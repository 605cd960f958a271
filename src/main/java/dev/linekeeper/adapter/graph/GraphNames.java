package dev.linekeeper.adapter.graph;

import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.limit.LocalRateLimitExceeded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds users by what they are called: fifteen names with a call, and several calls at once. */
final class GraphNames {
    private static final Logger log = LoggerFactory.getLogger(GraphNames.class);

    /** <a href="https://learn.microsoft.com/graph/filter-query-parameter">Expressions of a filter</a>. */
    static final int AT_ONCE = 15;

    private static final String[] ADDRESSES = {"mail", "proxyAddresses"};

    private static final int CALLS_AT_ONCE = 16;

    private final Graph graph;
    private final Function<User, DirectoryEntry> entry;
    private final String[] fields;

    GraphNames(Graph graph, Function<User, DirectoryEntry> entry, String... fields) {
        this.graph = graph;
        this.entry = entry;
        this.fields = fields;
    }

    /** By their ids; else by principal name, then by mail address, then by every address they have. */
    Map<String, Set<DirectoryEntry>> find(Set<String> names) {
        Set<String> left = names.stream().map(AnyCase::folded).collect(Collectors.toCollection(HashSet::new));
        Set<String> ids = left.stream().filter(UserId::isObjectId).collect(Collectors.toUnmodifiableSet());
        left.removeAll(ids);
        Map<String, Set<DirectoryEntry>> found = new HashMap<>();
        ask(ids, some -> isOneOf("id", some), user -> Stream.of(user.getId()), found);
        ask(left, some -> isOneOf("userPrincipalName", some), user -> Stream.of(user.getUserPrincipalName()), found);
        left.removeAll(found.keySet());
        ask(left, some -> isOneOf("mail", some), user -> Stream.of(user.getMail()), found);
        left.removeAll(found.keySet());
        ask(left, GraphNames::hasOneOf, user -> addresses(user.getProxyAddresses()), found);
        return found;
    }

    /** By their ids; those of a call that fails are left out. */
    Map<UserId, DirectoryEntry> answering(Set<UserId> people) {
        return people.stream()
                .map(UserId::value)
                .gather(Gatherers.windowFixed(AT_ONCE))
                .gather(Gatherers.mapConcurrent(CALLS_AT_ONCE, this::listed))
                .flatMap(List::stream)
                .map(entry)
                .collect(Collectors.toMap(DirectoryEntry::id, found -> found, (one, _) -> one));
    }

    private List<User> listed(List<String> ids) {
        try {
            return users(isOneOf("id", ids));
        } catch (LocalRateLimitExceeded notAsked) {
            throw notAsked;
        } catch (BackendFailure failure) {
            log.warn("action=find-many people={} outcome=failed kind={}", ids.size(), failure.kind());
            return List.of();
        }
    }

    private void ask(
            Set<String> names,
            Function<List<String>, String> filter,
            Function<User, Stream<String>> called,
            Map<String, Set<DirectoryEntry>> found) {
        names.stream()
                .gather(Gatherers.windowFixed(AT_ONCE))
                .gather(Gatherers.mapConcurrent(CALLS_AT_ONCE, some -> users(filter.apply(some), ADDRESSES)))
                .flatMap(Collection::stream)
                .forEach(user -> called.apply(user)
                        .filter(Objects::nonNull)
                        .map(AnyCase::folded)
                        .filter(names::contains)
                        .forEach(name -> found.computeIfAbsent(name, _ -> new HashSet<>())
                                .add(entry.apply(user))));
    }

    private List<User> users(String filter, String... more) {
        List<User> users = new ArrayList<>();
        graph.pages(
                client -> {
                    var read = Graph.select(
                            client.users().toGetRequestInformation(),
                            Stream.of(fields, more).flatMap(Stream::of).toArray(String[]::new));
                    read.addQueryParameter("%24filter", filter);
                    return read;
                },
                UserCollectionResponse::createFromDiscriminatorValue,
                page -> users.addAll(Graph.identified(page.getValue(), User::getId)));
        return users;
    }

    static String isOneOf(String member, List<String> values) {
        return values.stream().map(GraphNames::quoted).collect(Collectors.joining(",", member + " in (", ")"));
    }

    private static String hasOneOf(List<String> addresses) {
        return addresses.stream()
                .map(address -> "proxyAddresses/any(x:x eq %s)".formatted(quoted("smtp:" + address)))
                .collect(Collectors.joining(" or "));
    }

    private static String quoted(String value) {
        return "'%s'".formatted(value.replace("'", "''"));
    }

    /** {@code SMTP:} marks the first of them, {@code smtp:} the others. */
    private static Stream<String> addresses(@Nullable List<String> all) {
        return Graph.listed(all).stream()
                .filter(address -> address.regionMatches(true, 0, "smtp:", 0, 5))
                .map(address -> address.substring(5));
    }
}
