package dev.linekeeper.adapter.teams;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Chat;
import dev.linekeeper.chat.ChatInput;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/** A chat that answers what a test tells it to, and remembers who asked what. */
final class ScriptedChat implements Chat {
    record Heard(Caller caller, ChatInput ask) {}

    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    /** An answer of which cards can be replaced later. */
    static Answer about(String topic, String text) {
        Answer.Sorry answer = mock(Answer.Sorry.class);
        when(answer.topic()).thenReturn(Optional.of(topic));
        when(answer.reference()).thenReturn(text);
        when(answer.version()).thenReturn(Long.MAX_VALUE);
        when(answer.toString()).thenReturn(text);
        return answer;
    }

    private volatile BiFunction<Caller, ChatInput, Answer> script = ScriptedChat::echo;

    void answers(BiFunction<Caller, ChatInput, Answer> script) {
        this.script = script;
    }

    void startsOver() {
        heard.clear();
        script = ScriptedChat::echo;
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    Heard lastHeard() {
        return heard.getLast();
    }

    @Override
    public Answer answer(Caller caller, ChatInput input) {
        heard.add(new Heard(caller, input));
        return script.apply(caller, input);
    }

    @Override
    public Answer welcome(Caller caller) {
        return new Answer.Sorry("Welcome " + caller.id().value().substring(0, 8));
    }

    private static Answer echo(Caller caller, ChatInput input) {
        return new Answer.Sorry("heard");
    }
}
