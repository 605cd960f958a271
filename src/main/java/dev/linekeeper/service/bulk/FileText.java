package dev.linekeeper.service.bulk;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** The text of a file, in whatever encoding a spreadsheet writes: UTF-8, UTF-16 or, where it is neither, Windows-1252. */
final class FileText {
    private FileText() {}

    /** Whether it is an Excel workbook, of before or after 2007, or any other zip file. Nothing in it is unpacked. */
    static boolean isPacked(byte[] file) {
        return Stream.of("504b0304", "504b0506", "504b0708", "d0cf11e0").anyMatch(head(file)::startsWith);
    }

    /** Empty when it is no text. */
    static Optional<String> of(byte[] file) {
        return switch (head(file)) {
            case String head when head.startsWith("efbbbf") -> decoded(file, 3, StandardCharsets.UTF_8);
            case String head when head.startsWith("fffe") -> decoded(file, 2, StandardCharsets.UTF_16LE);
            case String head when head.startsWith("feff") -> decoded(file, 2, StandardCharsets.UTF_16BE);
            case String head when head.matches("(?!00)..00(?!00).*") -> decoded(file, 0, StandardCharsets.UTF_16LE);
            case String head when head.matches("00(?!00).*") -> decoded(file, 0, StandardCharsets.UTF_16BE);
            case String _ ->
                decoded(file, 0, StandardCharsets.UTF_8).or(() -> decoded(file, 0, Charset.forName("windows-1252")));
        };
    }

    private static String head(byte[] file) {
        return HexFormat.of().formatHex(Arrays.copyOf(file, 4));
    }

    /** Empty when the bytes are not written in that way, or have what no text has. */
    private static Optional<String> decoded(byte[] file, int from, Charset charset) {
        try {
            var text = charset.newDecoder()
                    .decode(ByteBuffer.wrap(file, from, file.length - from))
                    .toString();
            return Optional.of(text).filter(it -> it.indexOf('\0') < 0);
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
