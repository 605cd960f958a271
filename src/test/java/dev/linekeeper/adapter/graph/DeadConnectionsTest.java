package dev.linekeeper.adapter.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.people.RolesNotRead;
import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.service.tenant.Throttles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The other side closes connections that were kept; a look-up that meets one is made again on a new connection. */
class DeadConnectionsTest {
    private static final UserId ANA = new UserId("00000001-0000-4000-8000-000000000008");
    private static final GroupId ADMINS = new GroupId("00000002-0000-4000-8000-000000000001");

    private final KeepsAlive service = new KeepsAlive();
    private final Graph graph =
            GraphClients.connect(service.baseUrl(), EmulatedGraph.TOKEN, Throttles.in(new ManualTime()));
    private final Roles roles = new Roles(
            new GraphDirectory(graph, Clock.systemUTC()),
            Map.of(Role.ADMIN, Set.of(ADMINS)),
            Clock.systemUTC(),
            Duration.ZERO);

    @AfterEach
    void close() throws IOException {
        service.close();
    }

    @Test
    void several_dead_connections_cost_one_try() throws Exception {
        openConnections(3);
        service.hangUp();
        assertThat(roles.hasAnyOver(ANA, Set.of(Role.ADMIN), ANA)).isTrue();
    }

    @Test
    void who_cannot_be_looked_up_twice_is_not_refused() throws Exception {
        openConnections(3);
        service.hangUp();
        service.away = true;
        assertThatThrownBy(() -> roles.hasAnyOver(ANA, Set.of(Role.ADMIN), ANA)).isInstanceOf(RolesNotRead.class);
        service.away = false;
        assertThat(roles.hasAnyOver(ANA, Set.of(Role.ADMIN), ANA)).isTrue();
    }

    /** As many calls at once, each of which leaves its connection behind. */
    private void openConnections(int calls) throws Exception {
        service.meeting = new CyclicBarrier(calls);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> call = () -> roles.hasAnyOver(ANA, Set.of(Role.ADMIN), ANA);
            for (Future<Boolean> answer : threads.invokeAll(List.of(call, call, call))) {
                assertThat(answer.get()).isTrue();
            }
        }
        service.meeting = new CyclicBarrier(1);
        assertThat(service.open).hasSize(calls);
    }

    /** Answers on connections that it keeps, until it hangs up without a word. */
    private static final class KeepsAlive {
        private static final String MEMBERS = "{\"value\":[{\"id\":\"%s\",\"accountEnabled\":true}]}".formatted(ANA);
        private final ServerSocket server;
        final List<Socket> open = new CopyOnWriteArrayList<>();
        volatile CyclicBarrier meeting = new CyclicBarrier(1);
        volatile boolean away;

        KeepsAlive() {
            try {
                server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            } catch (IOException noPort) {
                throw new UncheckedIOException(noPort);
            }
            Thread.startVirtualThread(this::accept);
        }

        URI baseUrl() {
            return URI.create("http://127.0.0.1:%d/v1.0".formatted(server.getLocalPort()));
        }

        void hangUp() throws IOException {
            for (Socket each : open) {
                each.close();
            }
            open.clear();
        }

        void close() throws IOException {
            hangUp();
            server.close();
        }

        private void accept() {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    open.add(socket);
                    Thread.startVirtualThread(() -> serve(socket));
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private void serve(Socket socket) {
            try (socket;
                    var in = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
                while (in.readLine() != null && !away) {
                    while (!in.readLine().isEmpty()) {
                        // the headers do not matter
                    }
                    meeting.await();
                    socket.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                                    .formatted(MEMBERS.length(), MEMBERS)
                                    .getBytes(StandardCharsets.UTF_8));
                    socket.getOutputStream().flush();
                }
            } catch (Exception hungUp) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
