package dev.linekeeper.apppackage;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.shared.SharedChecks;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Teams app package is something Teams would take. */
class AppPackageTest {
    private static final Path FOLDER = Path.of("appPackage");
    private final String text = Files.readString(FOLDER.resolve("manifest.json"))
            .replace("${project.version}", "1.2.3")
            .replace("${teams.bot.domain}", "bot.contoso.example")
            .replaceAll("\\$\\{teams\\.(app|bot)\\.id}", "6f1c1d3e-6a0e-4a53-9f0e-1f4f6f2b7c11");
    private final JsonNode manifest = JsonMapper.shared().readTree(text);

    AppPackageTest() throws IOException {}

    @Test
    void there_is_no_place_holder_but_those_that_are_filled_in() {
        assertThat(text).doesNotContain("${");
    }

    @Test
    void the_bot_is_offered_in_personal_team_and_group_chats() {
        assertThat(manifest.at("/bots/0/scopes"))
                .extracting(JsonNode::stringValue)
                .containsExactlyInAnyOrder("personal", "team", "groupChat");
        assertThat(manifest.at("/bots/0/commandLists")).hasSize(2);
    }

    /** Without it Teams leaves files out of messages, and asks nobody whether one may be put into their OneDrive. */
    @Test
    void files_are_handed_to_the_bot_and_taken_from_it() {
        assertThat(manifest.at("/bots/0/supportsFiles").booleanValue()).isTrue();
    }

    @Test
    @Requirement("T28")
    void what_people_say_to_each_other_is_not_asked_for() {
        assertThat(text).doesNotContain("ChannelMessage", "ChatMessage");
        assertThat(manifest.path("authorization").path("permissions")).isEmpty();
    }

    @Test
    void what_people_read_fits_the_limits_of_teams() {
        assertThat(manifest.at("/name/short").stringValue()).hasSizeLessThanOrEqualTo(30);
        assertThat(manifest.at("/description/short").stringValue()).hasSizeLessThanOrEqualTo(80);
        assertThat(manifest.at("/description/full").stringValue()).hasSizeLessThanOrEqualTo(4000);
        manifest.at("/bots/0/commandLists")
                .forEach(list -> assertThat(list.get("commands")).hasSizeBetween(1, 12));
    }

    @ParameterizedTest
    @CsvSource({"color, 192", "outline, 32"})
    void icons_have_the_size_teams_asks_for(String icon, int pixels) throws IOException {
        BufferedImage image = ImageIO.read(FOLDER.resolve(icon + ".png").toFile());
        assertThat(image.getWidth()).isEqualTo(pixels);
        assertThat(image.getHeight()).isEqualTo(pixels);
    }

    @Test
    void the_outline_icon_is_white_on_nothing() throws IOException {
        BufferedImage image = ImageIO.read(FOLDER.resolve("outline.png").toFile());
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                int colour = image.getRGB(x, y);
                assertThat(colour >>> 24 == 0 || (colour & 0xFFFFFF) == 0xFFFFFF)
                        .as("pixel %s,%s", x, y)
                        .isTrue();
            }
        }
    }

    @Test
    void the_manifest_follows_the_schema_of_version_1_30() throws IOException {
        // One pattern of the schema writes a backspace as JavaScript does; Java's expressions have no such escape in a
        // class.
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(SharedChecks.path("reference", "teams-manifest.schema.json"))
                        .replace("\\\\b\\\\v", "\\\\v"));
        assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
    }
}
