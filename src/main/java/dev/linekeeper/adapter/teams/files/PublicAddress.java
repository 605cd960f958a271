package dev.linekeeper.adapter.teams.files;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Which addresses are on the internet: in no private network, and with none inside that a tunnel would lead to. */
final class PublicAddress {
    /** What a translator (NAT64, RFC 6052) has before an address of IPv4, which alone says where it leads. */
    private static final String TRANSLATED = "0064ff9b0000000000000000";

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        String written = HexFormat.of().formatHex(bytes);
        return address instanceof Inet4Address
                ? isPublic(address, Byte.toUnsignedInt(bytes[0]), written)
                : written.startsWith(TRANSLATED) ? is(inside(bytes)) : isGlobal(written);
    }

    private static boolean isPublic(InetAddress address, int first, String written) {
        return first > 0
                && first < 240 // RFC 6890
                && !written.matches("64[4-7].*|c00000.*|c61[23].*") // RFC 6598, RFC 6890, RFC 2544
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress();
    }

    /** 2000::/3 without Teredo and its like (RFC 2928), 6to4 (RFC 3056) and ISATAP (RFC 5214), nowhere that a file lies. */
    private static boolean isGlobal(String written) {
        return written.matches("[23].*") && !written.matches("2001(00|01).*|2002.*|.{16}0[02]005efe.*");
    }

    private static InetAddress inside(byte[] bytes) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
