package dev.linekeeper.chat.talk;

import java.util.Locale;
import java.util.Optional;

/** What is talked about. Each has messages of its name, and maybe a sentence that leads on. */
enum TalkTopic {
    THANKS,
    APPROVERS("requests"),
    SETTINGS("doctor"),
    OUTSIDE,
    OUTSIDE_NUMBERS("numbers"),
    OUTSIDE_FEATURES,
    OUTSIDE_ACCOUNT,
    OUTSIDE_DEVICE("emergency");

    private final String sentence;

    TalkTopic() {
        this("");
    }

    TalkTopic(String sentence) {
        this.sentence = sentence;
    }

    String verb() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Optional<String> sentence() {
        return Optional.of(sentence).filter(written -> !written.isEmpty());
    }
}
