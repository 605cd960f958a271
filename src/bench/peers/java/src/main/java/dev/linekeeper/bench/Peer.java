package dev.linekeeper.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.bot.builder.ActivityHandler;
import com.microsoft.bot.builder.Bot;
import com.microsoft.bot.builder.MessageFactory;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.integration.spring.BotController;
import com.microsoft.bot.integration.spring.BotDependencyConfiguration;
import com.microsoft.bot.schema.AdaptiveCardInvokeResponse;
import com.microsoft.bot.schema.AdaptiveCardInvokeValue;
import com.microsoft.bot.schema.Attachment;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Answers each message, and each press of a card's button, with the card of card.json, as Bot Framework's Java samples do it: {@code Peer CARD --server.port=…}. */
@SpringBootApplication
@Import({BotController.class})
public class Peer extends BotDependencyConfiguration {
    private static JsonNode card;

    public static void main(String[] arguments) throws IOException {
        card = new ObjectMapper().readTree(new File(arguments[0]));
        SpringApplication.run(Peer.class, arguments);
    }

    @Bean
    public Bot bot() {
        return new ActivityHandler() {
            @Override
            protected CompletableFuture<Void> onMessageActivity(TurnContext turn) {
                Attachment attachment = new Attachment();
                attachment.setContentType("application/vnd.microsoft.card.adaptive");
                attachment.setContent(card);
                return turn.sendActivity(MessageFactory.attachment(attachment)).thenApply(sent -> null);
            }

            @Override
            protected CompletableFuture<AdaptiveCardInvokeResponse> onAdaptiveCardInvoke(
                    TurnContext turn, AdaptiveCardInvokeValue press) {
                AdaptiveCardInvokeResponse response = new AdaptiveCardInvokeResponse();
                response.setStatusCode(200);
                response.setType("application/vnd.microsoft.card.adaptive");
                response.setValue(card);
                return CompletableFuture.completedFuture(response);
            }
        };
    }
}
