package dev.linekeeper.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linekeeper.app.LinekeeperApplication;
import dev.linekeeper.conversation.Chatroom;
import dev.linekeeper.conversation.ConnectorStandIn;
import dev.linekeeper.conversation.Someone;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditRecord;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.requests.RequestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The data folder of version 0.1.0 under {@code src/test/resources/store/0.1.0}, with requests in every state: read by
 * this version, and carried on by it.
 */
@SpringBootTest(classes = LinekeeperApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class StoredByVersion010Test {
    private static final Path KEPT = Path.of("src/test/resources/store/0.1.0");
    private static final String CONTOSO = "e9641faa-2085-57b6-9eaa-a34c054d665e";
    private static final Someone ANA = Someone.of("5e43303f-8f5c-57de-abb6-c2c813ee3de4", "Ana Ruiz");
    private static final Someone LEE = Someone.of("2bcadb2f-2b54-5310-adc4-3a91a5ed46f6", "Lee Chen");
    private static final Someone INGRID = Someone.of("b0f8129b-0cfc-550b-b815-33141382a2a3", "Ingrid Dahl");

    /** Where the people's chats were while the folder was made. */
    private static final String PLAYGROUND = "http://127.0.0.1:4791/connector/";

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ConnectorStandIn CONNECTOR = ConnectorStandIn.start();

    @TempDir
    static Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private RequestStore requests;

    @Autowired
    private AuditTrail trail;

    @DynamicPropertySource
    static void aCopy(DynamicPropertyRegistry settings) throws IOException {
        Path copy = copied(folder.resolve("carried-on"));
        JdbcClient sql = JdbcClient.create(new DriverManagerDataSource(url(copy), "", ""));
        for (String table : List.of("conversation", "card_copy")) {
            sql.sql("update " + table + " set address = replace(address, ?, ?)")
                    .params(PLAYGROUND, CONNECTOR.serviceUrl())
                    .update();
        }
        settings.add("linekeeper.data-folder", copy::toString);
        settings.add("spring.datasource.url", () -> url(copy));
    }

    @Test
    void requests_in_every_state_and_the_whole_audit_chain_are_read(@TempDir Path other) throws IOException {
        try (OpenedStore store =
                OpenedStore.over(ThrowAwayPostgres.pool(url(copied(other.resolve("read"))), ""), Clock.systemUTC())) {
            List<Request> all = store.requests().latest(100);
            assertThat(all).hasSizeGreaterThan(15);
            assertThat(all.stream().map(Object::getClass).collect(Collectors.toSet()))
                    .isEqualTo(states(Request.class));
            assertThat(store.trail().verify(List.of()))
                    .isInstanceOfSatisfying(
                            AuditTrail.Verification.ChainWhole.class,
                            chain -> assertThat(chain.records()).isGreaterThan(50));
            all.forEach(request -> assertThat(store.trail().of(request.id())).isNotEmpty());
        }
    }

    @Test
    void what_waits_is_approved_and_what_was_under_way_is_finished() {
        List<Request> before = requests.latest(100);
        try (CONNECTOR) {
            var chat = new Chatroom(port, CONNECTOR, CONTOSO);
            String waiting = "SC-" + waitingForOneApproval(before);
            chat.as(LEE).says("approve " + waiting);
            await().atMost(PATIENCE).until(() -> isSettled(now(waiting)) && !(now(waiting) instanceof Request.Pending));
            if (now(waiting) instanceof Request.NeedsFreshLook) {
                // The rules judge by another version now than when the plan was made, so approvers look again.
                chat.as(LEE).says("approve " + waiting);
                await().atMost(PATIENCE).until(() -> now(waiting) instanceof Request.Completed);
            }
            before.forEach(request -> chat.as(ANA)
                    .says("request " + request.id())
                    .sees(request.id().toString()));
            chat.as(INGRID).says("audit " + waiting).sees("Ana Ruiz", "Lee Chen");
            chat.as(INGRID).says("evidence " + waiting).sees("\"request\":\"" + waiting, "payloadHash", "APPROVED");
            assertThat(readers(waiting))
                    .contains(
                            ANA.objectId() + " request", INGRID.objectId() + " audit", INGRID.objectId() + " evidence");
            await().atMost(PATIENCE).until(() -> requests.latest(100).stream().allMatch(this::isSettled));
            assertThat(now(waiting)).isInstanceOf(Request.Completed.class);
            assertThat(trail.verify(List.of())).isInstanceOf(AuditTrail.Verification.ChainWhole.class);
        }
    }

    /** Who looked at a request, with which command. */
    private List<String> readers(String number) {
        return trail.of(RequestId.parse(number).orElseThrow()).stream()
                .map(AuditRecord::entry)
                .filter(entry -> entry.action() == AuditEntry.Action.READ)
                .map(entry -> "%s %s"
                        .formatted(entry.actor().orElseThrow(), entry.details().get("command")))
                .toList();
    }

    /** The next move is a person's, or nobody's. */
    private boolean isSettled(Request request) {
        return !(request instanceof Request.Approved || request instanceof Request.Applying);
    }

    private Request now(String number) {
        return requests.latest(100).stream()
                .filter(request -> request.id().toString().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static long waitingForOneApproval(List<Request> requests) {
        return requests.stream()
                .filter(request -> request instanceof Request.Pending(var terms, var approvals)
                        && approvals.isEmpty()
                        && terms.quorum() == 1)
                .map(Request::id)
                .mapToLong(RequestId::number)
                .findFirst()
                .orElseThrow();
    }

    /** Every state there is, as far down as sealed types go. */
    private static Set<Class<?>> states(Class<?> type) {
        if (!type.isSealed()) {
            return Set.of(type);
        }
        Set<Class<?>> states = new HashSet<>();
        for (Class<?> one : type.getPermittedSubclasses()) {
            states.addAll(states(one));
        }
        return states;
    }

    private static Path copied(Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(KEPT)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }

    private static String url(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("linekeeper");
    }
}
