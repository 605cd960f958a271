package dev.linekeeper.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.app.LinekeeperApplication;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Chat;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.core.tenant.UserId;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** No card offers its reader what would be refused: every button and row that anybody is shown is pressed. */
@SpringBootTest(classes = LinekeeperApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class EveryButtonTest {
    private static final List<String> MORE = List.of("aprove 999", "enrl diego with London", "done", "check", "why");

    @TempDir
    static Path folder;

    @Autowired
    private Chat chat;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", () -> "jdbc:h2:file:" + folder.resolve("linekeeper"));
        settings.add("linekeeper.data-folder", () -> folder.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "approver", "helpdesk", "auditor", "user"})
    void whatever_is_shown_is_open_to_its_reader(String role) {
        var person = SentencesByRole.PEOPLE.get(role);
        var reader = new Caller(
                new UserId(person.objectId()),
                SentencesByRole.CONTOSO,
                Locale.ENGLISH,
                Caller.ConversationType.PERSONAL);
        var shown = new ArrayList<Answer>();
        shown.add(chat.welcome(reader));
        Stream.concat(SentencesByRole.MAY.keySet().stream().sorted(), MORE.stream())
                .map(ChatInput.TypedText::new)
                .map(said -> chat.answer(reader, said))
                .forEach(shown::add);
        var pressed = new HashSet<ChatInput>();
        var refused = new TreeSet<String>();
        for (Answer card : shown) {
            for (ChatInput offered : offered(card)) {
                if (pressed.add(known(offered)) && chat.answer(reader, offered) instanceof Answer.NotAllowed) {
                    refused.add("%s in %s".formatted(offered, card));
                }
            }
        }
        assertThat(refused).isEmpty();
        assertThat(pressed).hasSizeGreaterThan(4);
    }

    /** What a reader can do with a card: its buttons, its rows, and what it says one may type instead. */
    private static List<ChatInput> offered(Object part) {
        return switch (part) {
            case ChatInput.ButtonPress press -> List.of(press);
            case Answer.Help.HelpLine line -> List.of(new ChatInput.ButtonPress(line.verb(), Map.of()));
            case Answer.DidYouMean guess -> List.of(new ChatInput.TypedText(guess.meant()));
            case Answer.Form form -> List.of(new ChatInput.ButtonPress(form.verb(), Map.of()));
            case Answer.Suggestion(_, var typed, var press) ->
                typed.isEmpty() ? List.of(press) : List.of(press, new ChatInput.TypedText(typed));
            case Optional<?> optional -> offered(optional.stream().toList());
            case Collection<?> several ->
                several.stream().flatMap(each -> offered(each).stream()).toList();
            case Record record
            when record.getClass().getName().startsWith("dev.linekeeper.chat.") ->
                offered(Arrays.stream(record.getClass().getRecordComponents())
                        .map(component -> value(record, component))
                        .toList());
            default -> List.of();
        };
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** One-shot tokens differ each time. */
    private static ChatInput known(ChatInput input) {
        return switch (input) {
            case ChatInput.TypedText said -> said;
            case ChatInput.ButtonPress(var verb, var inputs) -> {
                var lasting = new ArrayList<>(inputs.entrySet());
                lasting.removeIf(entry -> entry.getKey().equals("nonce"));
                yield new ChatInput.ButtonPress(
                        verb, lasting.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
            }
        };
    }
}
