package dev.linekeeper.conversation.fixes;

import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A chat over the demo tenant in which one asks, others approve, and what was approved is applied. */
public final class GovernedChat implements AutoCloseable {
    private final ChatInMemory chat = ChatInMemory.over(Fabrikam.demo(Clock.systemUTC()));

    public ChatInMemory inMemory() {
        return chat;
    }

    private static Caller caller(UserId who, Locale language) {
        return new Caller(who, SentencesByRole.CONTOSO, language, Caller.ConversationType.PERSONAL);
    }

    Answer says(UserId who, String sentence) {
        return chat.chat().answer(caller(who, Locale.ENGLISH), new ChatInput.TypedText(sentence));
    }

    Answer asks(String sentence) {
        return says(House.ANA_ADMIN, sentence);
    }

    Answer presses(ChatInput.ButtonPress button) {
        return chat.chat().answer(caller(House.ANA_ADMIN, Locale.ENGLISH), button);
    }

    static String text(Answer answer, Locale language) {
        return new AnswerCards()
                .render(answer, caller(House.ANA_ADMIN, language))
                .fallback();
    }

    static String text(Answer answer) {
        return text(answer, Locale.ENGLISH);
    }

    public List<Request> requests() {
        return chat.store().requests().latest(10);
    }

    /** Approved by as many as it takes. */
    Request approved() {
        var id = requests().getFirst().id();
        for (UserId approver : List.of(House.LEE_APPROVER, House.SAM_ADMIN_AND_APPROVER)) {
            says(approver, "approve %d".formatted(id.number()));
            says(approver, "confirm %d".formatted(id.number()));
        }
        return requests().getFirst();
    }

    public Request applied() {
        var id = approved().id();
        chat.requests().applying().run(id);
        return chat.store().requests().find(id).orElseThrow().request();
    }

    Tenant tenant() {
        return chat.tenant()
                .ports()
                .reader(Clock.systemUTC(), Duration.ZERO)
                .freshTenant()
                .tenant();
    }

    public ResourceAccount account(String principalName) {
        return tenant().resourceAccounts().known().orElseThrow().values().stream()
                .filter(account -> account.userPrincipalName().startsWith(principalName + "@"))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        chat.close();
    }
}
