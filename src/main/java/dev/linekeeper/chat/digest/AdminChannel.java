package dev.linekeeper.chat.digest;

import dev.linekeeper.chat.Addresses.Address;
import java.time.Instant;
import java.util.Optional;

/** The conversation that news for voice admins goes to, at most one; kept in the store, so that every replica knows it. */
public interface AdminChannel {
    /** The conversation and since when. */
    record ChosenChannel(Address address, Instant since) {}

    /** The one that is chosen, at its newest service URL. */
    Optional<ChosenChannel> find();

    /** Chooses it instead of any other. */
    void choose(ChosenChannel channel);

    /** Gives that conversation up; whether it was the one. */
    boolean giveUp(String conversation);
}
