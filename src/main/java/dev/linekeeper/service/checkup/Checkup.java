package dev.linekeeper.service.checkup;

import java.util.List;

/** The checks of one part of the set-up, such as the store or Microsoft Graph. Reads now and changes nothing. */
@FunctionalInterface
public interface Checkup {
    List<SetupCheck> checks();
}
