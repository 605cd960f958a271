package dev.linekeeper.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.Wording;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTest {
    @ParameterizedTest
    @CsvSource({
        "Adele\\u202Eecnav, Adele⟨U+202E⟩ecnav", // right to left from here on
        "\\u2066Adele\\u2069, ⟨U+2066⟩Adele⟨U+2069⟩",
        "Ad\\u200Bele, Ad⟨U+200B⟩ele",
        "Ad\\u200Dele, Ad⟨U+200D⟩ele",
        "Ad\\u00ADele, Ad⟨U+00AD⟩ele",
        "\\uFEFFAdele, ⟨U+FEFF⟩Adele",
        "\\u001B[2JAdele, ⟨U+001B⟩[2JAdele",
        "Adele\\u0000\\u0007, Adele⟨U+0000⟩⟨U+0007⟩",
        "Adele\\u2028Vance, Adele⟨U+2028⟩Vance",
        "\\u3164, ⟨U+3164⟩",
        "\\uDB40\\uDC41dele, ⟨U+E0041⟩dele"
    })
    @Requirement("T12")
    void what_is_not_seen_is_named(String escaped, String shown) {
        assertThat(VisibleText.of(unescaped(escaped))).isEqualTo(shown);
        assertThat(Wording.of(Locale.UK).text(unescaped(escaped))).isEqualTo(shown);
    }

    @Test
    void what_belongs_to_a_script_or_an_emoji_stays() {
        for (var name : new String[] {"نمی‌خواهم", "👨‍👩‍👧", "Zoë Müller-O’Neill", "李 雷", "שרה כהן", "a\tb\nc"}) {
            assertThat(VisibleText.of(name)).isEqualTo(name);
        }
    }

    private static String unescaped(String text) {
        var plain = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (text.startsWith("\\u", at)) {
                plain.append((char) Integer.parseInt(text.substring(at + 2, at + 6), 16));
                at += 5;
            } else {
                plain.append(text.charAt(at));
            }
        }
        return plain.toString();
    }
}
