package dev.linekeeper.chat;

import dev.linekeeper.core.tenant.DirectoryEntry;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.people.Role;
import java.util.List;
import java.util.Optional;

/** What we answer; one record a card. The template of the same name in kebab case shows it. */
public sealed interface Answer {
    /** Under which name the card can be found again to be replaced, such as {@code SC-1042}; most cards have none. */
    default Optional<String> topic() {
        return Optional.empty();
    }

    /** What the caller may say here, and which buttons say it for them. */
    record Help(List<Line> lines) implements Answer {
        /** One command: how it is said and its verb, by which help finds the sentence on what it does. */
        public record Line(String phrase, String verb) {}

        public Help {
            lines = List.copyOf(lines);
        }
    }

    /** What somebody sees who has just met the bot. */
    record Hello(Optional<String> name, List<Help.Line> lines) implements Answer {
        public Hello {
            lines = List.copyOf(lines);
        }
    }

    /** Something unforeseen; {@code reference} finds it in the log. */
    record Sorry(String reference) implements Answer {}

    /** Who the bot takes the caller for. */
    record WhoAmI(Optional<DirectoryEntry> entry, List<Role> roles, List<Role> withoutGroup) implements Answer {
        public WhoAmI {
            roles = List.copyOf(roles);
            withoutGroup = List.copyOf(withoutGroup);
        }
    }

    /** The caller's roles do not allow it; these would. */
    record NotAllowed(String verb, Explanation roles) implements Answer {}

    /** A short word with nothing else to show: what is the matter, and what to try. */
    record Note(Tone tone, Explanation title, Explanation text, List<Suggestion> suggestions) implements Answer {
        public Note {
            suggestions = List.copyOf(suggestions);
        }
    }

    enum Tone {
        GOOD,
        INFO,
        WARNING,
        STOP
    }

    /** A button that says or does something else; {@code typed} is what one would type for it. */
    record Suggestion(Explanation label, String typed, Ask.Pressed press) {}

    /** A word was mistyped, and this may be what was meant. */
    record DidYouMean(String said, String meant) implements Answer {}

    /** What was named fits several; each option is the same ask with exactly one of them. */
    record WhichOne(Explanation question, List<Option> options, boolean more) implements Answer {
        /** One of them, told apart by {@code detail}. */
        public record Option(String name, String detail, Ask.Pressed press) {}

        public WhichOne {
            options = List.copyOf(options);
        }
    }

    /** Fields to fill in instead of typing a sentence; sent, they arrive at the command as if they had been typed. */
    record Form(String verb, Explanation title, List<Field> fields, String typed) implements Answer {
        public Form {
            fields = List.copyOf(fields);
        }
    }

    /**
     * One field of a form.
     *
     * @param value what stands in it already, empty for nothing
     * @param choices what may be chosen; empty for free text
     */
    record Field(Slot slot, boolean required, String value, List<Choice> choices) {
        public Field {
            choices = List.copyOf(choices);
        }
    }

    record Choice(String title, String value) {}
}
