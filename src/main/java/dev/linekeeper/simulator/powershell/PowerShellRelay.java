package dev.linekeeper.simulator.powershell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * The main class of the child process in place of {@code pwsh}: relays standard input to the simulator's port, and its
 * answers to standard output. Ends with either side. One class without lambdas or libraries, so that it starts quickly
 * from a single class file.
 */
public final class PowerShellRelay extends Thread {
    private final InputStream from;
    private final OutputStream to;

    private PowerShellRelay(InputStream from, OutputStream to) {
        this.from = from;
        this.to = to;
    }

    /** The first argument is the port; others are ignored. */
    public static void main(String[] arguments) throws IOException {
        Socket simulator = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        simulator.setTcpNoDelay(true);
        new PowerShellRelay(simulator.getInputStream(), System.out).start();
        new PowerShellRelay(System.in, simulator.getOutputStream()).start();
    }

    @Override
    public void run() {
        byte[] piece = new byte[8192];
        // Closing the connection wakes the other thread: the JVM would wait 0.3 s for one that still reads from it.
        try (to) {
            for (int size = from.read(piece); size >= 0; size = from.read(piece)) {
                to.write(piece, 0, size);
                to.flush();
            }
        } catch (IOException gone) {
            // Either side is gone, which is how a host ends.
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
