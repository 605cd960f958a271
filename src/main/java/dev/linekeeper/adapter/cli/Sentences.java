package dev.linekeeper.adapter.cli;

import dev.linekeeper.core.tenant.Explanation;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Says explanations in English. */
final class Sentences {
    private final Optional<ResourceBundle> messages = bundle();

    String say(Explanation explanation) {
        var arguments = explanation.arguments().stream().map(this::value).toArray();
        return messages.filter(all -> all.containsKey(explanation.key()))
                .map(all -> new MessageFormat(all.getString(explanation.key()), Locale.ENGLISH).format(arguments))
                .orElse(explanation.key());
    }

    private Object value(Object argument) {
        return switch (argument) {
            case Number number -> number;
            case Explanation explanation -> say(explanation);
            case Collection<?> many ->
                many.stream().map(one -> value(one).toString()).collect(Collectors.joining(", "));
            default -> argument.toString();
        };
    }

    private static Optional<ResourceBundle> bundle() {
        try {
            return Optional.of(ResourceBundle.getBundle("i18n.messages", Locale.ROOT));
        } catch (java.util.MissingResourceException _) {
            return Optional.empty();
        }
    }
}
