package dev.linekeeper.core.attestation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where somebody who attests something points to. It is shown and never opened. */
public final class EvidenceLink {
    private static final int LONGEST = 500;

    private EvidenceLink() {}

    /** The https address with a host and without a name or password in it; empty when the text is none, or is too long. */
    public static Optional<URI> of(String text) {
        try {
            // what would end a link on a card
            var uri =
                    new URI(text.strip().replace("(", "%28").replace(")", "%29").replace("*", "%2A"));
            return "https".equalsIgnoreCase(uri.getScheme())
                            && uri.getHost() != null
                            && uri.getUserInfo() == null
                            && uri.toString().length() <= LONGEST
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
