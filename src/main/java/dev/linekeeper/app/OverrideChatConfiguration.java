package dev.linekeeper.app;

import dev.linekeeper.chat.override.OverrideCards;
import dev.linekeeper.chat.override.OverrideCommands;
import dev.linekeeper.chat.override.OverrideNotes;
import dev.linekeeper.chat.override.OverrideNotifications;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Overrides of emergency gaps in chat; what keeps and decides them is with the requests. */
@Configuration(proxyBeanMethods = false)
@Import({OverrideCards.class, OverrideCommands.class, OverrideNotes.class, OverrideNotifications.class})
class OverrideChatConfiguration {}
