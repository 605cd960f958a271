package dev.linekeeper.adapter.teams.connector;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A list of host names, in which {@code *} stands for one or more labels. */
public final class HostPatterns {
    private final List<Pattern> hosts;

    public HostPatterns(List<String> hosts) {
        this.hosts = hosts.stream().map(HostPatterns::pattern).toList();
    }

    private static Pattern pattern(String host) {
        return Pattern.compile(
                Arrays.stream(host.strip().toLowerCase(Locale.ROOT).split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("[a-z0-9-]+(?:\\.[a-z0-9-]+)*")));
    }

    /** Whether the host, in any case, is on the list. */
    public boolean match(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return hosts.stream().anyMatch(pattern -> pattern.matcher(lower).matches());
    }
}
