package dev.linekeeper.adapter.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.readiness.judgement.Overall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Help.Ansi;

class TerminalTextTest {
    private static final String ANN = "@|red Ann|@";

    @ParameterizedTest
    @EnumSource(
            value = Ansi.class,
            names = {"ON", "OFF"})
    void a_name_is_never_taken_for_markup(Ansi ansi) {
        assertThat(new TerminalText(ansi).bold(ANN)).contains(ANN);
        assertThat(TerminalText.column(ANN, 15)).isEqualTo(ANN + "    ");
        assertThat(TerminalText.paragraph("! ", ANN)).isEqualTo("! " + ANN);
    }

    @Test
    void there_are_colours_where_they_are_wanted_and_nowhere_else() {
        assertThat(new TerminalText(Ansi.ON).mark(Overall.NOT_READY)).startsWith("\033[31m✗");
        assertThat(new TerminalText(Ansi.OFF).mark(Overall.NOT_READY)).isEqualTo("✗");
    }

    @Test
    void a_column_is_as_wide_as_it_looks_and_what_is_cut_says_so() {
        assertThat(TerminalText.column("Ann", 5)).isEqualTo("Ann  ");
        assertThat(TerminalText.column("Ann-Kathrin", 5)).isEqualTo("Ann-…");
        assertThat(TerminalText.column("山田太郎", 10)).isEqualTo("山田太郎  ");
        assertThat(TerminalText.column("山田太郎", 6)).isEqualTo("山田… ");
    }

    @Test
    void lines_break_between_words_and_what_one_would_copy_stays_whole() {
        var setting = "linekeeper.bot.teams-app-id";
        assertThat(TerminalText.wrapped("x".repeat(80) + " " + setting, 0)).containsExactly("x".repeat(80), setting);
        assertThat(TerminalText.wrapped("山".repeat(45) + " " + "山".repeat(5), 0))
                .hasSize(2);
    }
}
