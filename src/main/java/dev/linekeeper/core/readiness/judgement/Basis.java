package dev.linekeeper.core.readiness.judgement;

import java.net.URI;

/** The basis of a rule: Microsoft documents it, or we conclude it. A conclusion is never shown as Microsoft's statement. */
public sealed interface Basis {

    /** Microsoft's page that says so. */
    record Documented(URI source) implements Basis {}

    /** Our own conclusion; {@link Rule#reasoningText()} gives the reasoning. */
    record Inferred() implements Basis {}
}
