package dev.linekeeper.simulator.powershell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * The child process that stands in for {@code pwsh}: hands standard input to the simulator over the loopback port it is
 * given, and what the simulator says to standard output. It ends with either side. One class without lambdas that needs
 * nothing but the JDK, so that it starts quickly and from anywhere.
 */
public final class PowerShellRelay extends Thread {
    private final InputStream from;
    private final OutputStream to;

    private PowerShellRelay(InputStream from, OutputStream to) {
        this.from = from;
        this.to = to;
    }

    /** The first argument is the port; those meant for PowerShell may follow. */
    public static void main(String[] arguments) throws IOException {
        Socket emulator = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        emulator.setTcpNoDelay(true);
        new PowerShellRelay(emulator.getInputStream(), System.out).start();
        new PowerShellRelay(System.in, emulator.getOutputStream()).start();
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
