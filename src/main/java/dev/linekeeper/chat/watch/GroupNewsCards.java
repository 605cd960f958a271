package dev.linekeeper.chat.watch;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.chat.digest.NewsCards;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.watch.WatchedGroup;
import dev.linekeeper.service.digest.NewsItem;
import dev.linekeeper.service.watch.GroupNews;
import dev.linekeeper.service.watch.WatchedGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The news of who joined a group later. Where others read along nobody is named. */
public record GroupNewsCards(WatchedGroups groups, DisplayNames names) implements NewsCards {
    @Override
    public String kind() {
        return GroupNews.KIND;
    }

    @Override
    public Answer card(NewsItem item, Caller reader) {
        var news = GroupNews.of(item.subject());
        if (!news.gone().isEmpty()) {
            return NoteCards.of(Tone.WARNING, news.isLost() ? "chat.group.lost" : "chat.group.gone", news.gone());
        }
        Optional<WatchedGroup> watched = groups.all().stream()
                .filter(group -> group.enrolled() && group.group().equals(news.group()))
                .findFirst();
        List<UserId> joined = groups.people(news.group()).entrySet().stream()
                .filter(person -> person.getValue() == news.look())
                .map(person -> person.getKey())
                .toList();
        return watched.filter(_ -> !joined.isEmpty())
                .<Answer>map(group -> joined(group, news, joined, reader))
                .orElseGet(() -> NoteCards.of(Tone.INFO, "chat.group.over"));
    }

    private Sheet joined(WatchedGroup group, GroupNews news, List<UserId> people, Caller reader) {
        var details = new ArrayList<Sheet.Detail>();
        if (!reader.othersReadAlong()) {
            names.remember(people);
            details.add(WatchCards.who(people.stream().map(names::of).sorted().toList()));
        }
        if (news.left() > 0) {
            details.add(Sheet.detail(
                    "chat.group.left", Explanation.of("chat.group.left.value", news.left(), group.policy())));
        }
        var name = RequestCards.name(group.name());
        return new Sheet(
                Explanation.of("chat.group.joined.title", people.size(), name),
                Tone.INFO,
                Explanation.of("chat.group.joined.text", name, group.policy(), group.asked()),
                details,
                List.of(),
                List.of(
                        new Suggestion(
                                Explanation.of("chat.group.look"),
                                "newcomers of " + group.name(),
                                ChatInput.press(
                                        GroupCommands.NEWCOMERS,
                                        Slot.THING,
                                        "%s %d".formatted(group.group(), news.look()))),
                        stop(group, Explanation.of("chat.group.stop"))));
    }

    static Suggestion stop(WatchedGroup group, Explanation label) {
        return new Suggestion(
                label,
                "stop watching " + group.name(),
                ChatInput.press(GroupCommands.STOP, Slot.THING, group.group().value()));
    }
}
