package dev.linekeeper.chat.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Wording;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuideTopicTest {
    @ParameterizedTest
    @EnumSource
    void every_name_leads_to_one_topic_whatever_its_capitals(GuideTopic topic) {
        for (var language : Wording.LANGUAGES) {
            var reader = Wording.of(language);

            assertThat(topic.names(reader)).hasSizeGreaterThan(4).allSatisfy(name -> {
                assertThat(GuideTopic.named(name, reader))
                        .as("%s in %s", name, language)
                        .contains(topic);
                assertThat(GuideTopic.named(name.toUpperCase(language), reader)).contains(topic);
            });
            assertThat(topic.names(reader))
                    .contains(reader.say(GuideCards.title(topic)).toLowerCase(language));
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_fact_is_said_twice(GuideTopic topic) {
        assertThat(topic.rules()).doesNotHaveDuplicates();
        assertThat(topic.facts()).doesNotHaveDuplicates();
        assertThat(topic.facts().size() + topic.rules().size()).isPositive();
        assertThat(GuideTopic.named("nothing like it", Wording.of(Locale.ENGLISH)))
                .isEmpty();
    }
}
