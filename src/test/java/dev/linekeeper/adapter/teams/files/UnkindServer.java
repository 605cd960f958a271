package dev.linekeeper.adapter.teams.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers by bytes, as unkindly as a test wants it to; it remembers what was sent to it. */
public final class UnkindServer implements AutoCloseable {
    /** Writes the answer to one request. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(String request, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    public UnkindServer(Behaviour behaviour) {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(() -> {
            while (!socket.isClosed()) {
                try {
                    Socket client = socket.accept();
                    Thread.startVirtualThread(() -> serve(client, behaviour));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    public String url(String path) {
        return "http://127.0.0.1:" + socket.getLocalPort() + path;
    }

    /** The heads of the requests, and what followed of their bodies. */
    public List<String> requests() {
        return requests;
    }

    private void serve(Socket client, Behaviour behaviour) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            var head = new StringBuilder();
            int length = 0;
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.append(line).append('\n');
                if (line.toLowerCase().startsWith("content-length:")) {
                    length = Integer.parseInt(line.substring(15).strip());
                }
            }
            var body = new char[length];
            for (int at = 0; at < length; ) {
                at += in.read(body, at, length - at);
            }
            requests.add(head + new String(body));
            behaviour.answer(head.toString().split(" ")[1], client.getOutputStream());
        } catch (IOException | InterruptedException gone) {
            // The client has had enough.
        }
    }

    public static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
