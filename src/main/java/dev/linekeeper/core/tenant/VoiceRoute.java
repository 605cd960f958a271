package dev.linekeeper.core.tenant;

import java.util.List;

/** A Direct Routing route: numbers that match {@code pattern} leave through {@code gateways} for the given PSTN usages. */
public record VoiceRoute(String name, String pattern, List<String> usages, List<String> gateways) {
    public VoiceRoute {
        usages = List.copyOf(usages);
        gateways = List.copyOf(gateways);
    }
}
