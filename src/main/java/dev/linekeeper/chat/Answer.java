package dev.linekeeper.chat;

import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.files.FileOffer;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.people.Role;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An answer of the bot; one record for each card. The template of the same name in kebab case shows it. */
public sealed interface Answer {
    /** The topic under which the card is found again to be replaced, such as {@code SC-1042}; most cards have none. */
    default Optional<String> topic() {
        return Optional.empty();
    }

    /** The version of the topic that the card shows, which grows; 0 without a topic. */
    default long version() {
        return 0;
    }

    /** The commands the caller may use, a button for each. */
    record Help(List<HelpLine> lines) implements Answer {
        /** One command: how it is said and its verb, by which help finds the sentence on what it does. */
        public record HelpLine(String phrase, String verb) {}

        public Help {
            lines = List.copyOf(lines);
        }
    }

    /** The greeting for a person who has just added the bot. */
    record Hello(Optional<String> name, List<Help.HelpLine> lines) implements Answer {
        public Hello {
            lines = List.copyOf(lines);
        }
    }

    /** An unforeseen failure; {@code reference} finds it in the log. */
    record Sorry(String reference) implements Answer {}

    /** The caller as the bot knows them, with their roles. */
    record WhoAmI(Optional<DirectoryEntry> entry, List<Role> roles, List<Role> withoutGroup) implements Answer {
        public WhoAmI {
            roles = List.copyOf(roles);
            withoutGroup = List.copyOf(withoutGroup);
        }
    }

    /** The caller's roles do not allow it; these would. */
    record NotAllowed(String verb, Explanation roles) implements Answer {}

    /** A short message without data: what is the matter, and what to try. */
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
    record Suggestion(Explanation label, String typed, ButtonPress press) {}

    /** A sentence with a mistyped word, and the sentence that may be meant. */
    record DidYouMean(String said, String meant) implements Answer {}

    /** A name that fits several; each option repeats the command with exactly one of them. */
    record WhichOne(Explanation question, List<Option> options, boolean more) implements Answer {
        /** One of the matches, told apart by {@code detail}. */
        public record Option(String name, String detail, ButtonPress press) {}

        public WhichOne {
            options = List.copyOf(options);
        }
    }

    /** Fields to fill in instead of typing a sentence; sent, they arrive at the command as if they had been typed. */
    record Form(String verb, Explanation title, List<FormField> fields, String typed) implements Answer {
        public Form {
            fields = List.copyOf(fields);
        }
    }

    record FormChoice(String title, String value) {}

    /** An answer about one subject: the verdict first, then the details behind it, then notes, the gravest first. */
    record Sheet(
            Explanation title,
            Tone tone,
            Explanation verdict,
            List<Detail> details,
            List<Explanation> notes,
            List<Suggestion> suggestions)
            implements Answer {
        /** One labelled value. */
        public record Detail(Explanation label, Explanation value) {}

        /** A value under the label of that message key. */
        public static Detail detail(String label, Explanation value) {
            return new Detail(Explanation.of(label), value);
        }

        public Sheet {
            details = List.copyOf(details);
            notes = List.copyOf(notes);
            suggestions = List.copyOf(suggestions);
        }
    }

    /**
     * What the rules say of a person, a policy or an account.
     *
     * @param passed how many rules hold, of {@code total} that apply
     * @param checks the rules worth reading, the gravest first
     */
    record PersonReadiness(
            Explanation title,
            Tone tone,
            Explanation verdict,
            int passed,
            int total,
            List<RuleLine> checks,
            Instant asOf,
            List<Suggestion> suggestions)
            implements Answer {
        /**
         * One rule that does not simply hold.
         *
         * @param mark the outcome, or {@code WILL_FIX} when the plan makes it hold
         * @param evidence where somebody who attested it points to
         * @param source Microsoft's page; empty when the rule is our conclusion, which {@code reasoning} then explains
         */
        public record RuleLine(
                String mark,
                String rule,
                Explanation title,
                Optional<Explanation> says,
                Optional<Explanation> remedy,
                Optional<Explanation> reasoning,
                Optional<URI> evidence,
                Optional<URI> source) {}

        public PersonReadiness {
            checks = List.copyOf(checks);
            suggestions = List.copyOf(suggestions);
        }
    }

    /** A list of rows; a row with a {@code press} opens its subject when tapped. */
    record Listing(Explanation title, Explanation text, List<Row> rows, int more, List<Suggestion> suggestions)
            implements Answer {
        /** A line about a subject; {@code button} is what can be done about it without opening it. */
        public record Row(
                Tone tone,
                Explanation name,
                Explanation detail,
                Optional<ButtonPress> press,
                Optional<Suggestion> button) {
            public Row(Tone tone, Explanation name, Explanation detail, Optional<ButtonPress> press) {
                this(tone, name, detail, press, Optional.empty());
            }
        }

        public Listing {
            rows = List.copyOf(rows);
            suggestions = List.copyOf(suggestions);
        }
    }

    /** How Linekeeper is set up: the {@code way} to live, {@code troubles} to be looked at, the gravest first, and the rest. */
    record SetUpCheck(
            Tone tone,
            Explanation verdict,
            List<RequestCard.StepLine> way,
            List<dev.linekeeper.service.checkup.SetupCheck> troubles,
            List<dev.linekeeper.service.checkup.SetupCheck> fine,
            List<Suggestion> suggestions)
            implements Answer {
        public SetUpCheck {
            way = List.copyOf(way);
            troubles = List.copyOf(troubles);
            fine = List.copyOf(fine);
            suggestions = List.copyOf(suggestions);
        }
    }

    /** A script to be read and copied, line by line; leading spaces are such that no client folds them. */
    record Script(Explanation title, Explanation text, List<String> lines, List<Suggestion> suggestions)
            implements Answer {
        public Script {
            lines = List.copyOf(lines);
            suggestions = List.copyOf(suggestions);
        }
    }

    /** A file to take away; only in one's own chat, so that elsewhere it is answered there. */
    record OfferedFile(FileOffer file) implements Answer {}

    /**
     * A request as its reader may see it. Buttons are there only for what the reader may do now; their data are the
     * request, the verb and a one-shot token.
     *
     * @param version of the request, as the store counts it
     * @param notice the result of the reader's own click, when the card does not show it anyway
     * @param state where the request stands, by the name of its type
     * @param refreshFor accounts on the channel whose clients ask for its newest state by themselves; at most 60
     */
    record RequestCard(
            RequestId id,
            long version,
            Explanation title,
            Optional<Explanation> notice,
            String state,
            Explanation status,
            List<Sheet.Detail> details,
            List<StepLine> steps,
            List<Explanation> notes,
            Optional<ButtonPress> approve,
            Optional<ButtonPress> deny,
            Optional<ButtonPress> cancel,
            List<Suggestion> suggestions,
            List<String> refreshFor)
            implements Answer {
        /** One step of the plan; {@code mark} is DONE, TRIED (a dry run), NOW, STOPPED or OPEN. */
        public record StepLine(String mark, Explanation what, String before, String after) {}

        public RequestCard {
            details = List.copyOf(details);
            steps = List.copyOf(steps);
            notes = List.copyOf(notes);
            suggestions = List.copyOf(suggestions);
            refreshFor = List.copyOf(refreshFor);
        }

        @Override
        public Optional<String> topic() {
            return Optional.of(id.toString());
        }
    }
}
