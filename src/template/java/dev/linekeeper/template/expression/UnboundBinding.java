package dev.linekeeper.template.expression;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What becomes of a binding whose path leads nowhere, {@code ${user.nmae}}. Conditions ({@code $when}, {@code if}, {@code exists}
 * and the like) are about what may not be there: in them nothing is reported.
 *
 * <pre>{@code
 * TemplateOptions options = TemplateOptions.standard().withUnbound(UnboundBinding.refused());
 * CardTemplate.compile("{\"text\": \"Hi ${nmae}\"}", options).expand(data);
 * // TemplateException: Nothing is bound to ${nmae} (at /text)
 * }</pre>
 */
public final class UnboundBinding {
    private static final UnboundBinding SHOWN = new UnboundBinding(Showing.SHOWN, MissingNode.getInstance());
    private static final UnboundBinding REFUSED = new UnboundBinding(Showing.REFUSED, MissingNode.getInstance());
    private static final UnboundBinding WARNED = new UnboundBinding(Showing.WARNED, MissingNode.getInstance());

    private final Showing showing;
    private final JsonNode substitute;

    /** How it is taken. */
    enum Showing {
        SHOWN,
        REFUSED,
        WARNED,
        REPLACED
    }

    private UnboundBinding(Showing showing, JsonNode substitute) {
        this.showing = showing;
        this.substitute = substitute;
    }

    /** It is shown as it is written, {@code ${user.nmae}}: what the official engines do, and the standard. */
    public static UnboundBinding shown() {
        return SHOWN;
    }

    /** Expanding ends in a {@link TemplateException} that names the path and the place in the template. */
    public static UnboundBinding refused() {
        return REFUSED;
    }

    /** It is shown as it is written, and each path and place is among the warnings of the expansion, once. */
    public static UnboundBinding warned() {
        return WARNED;
    }

    /** Another value stands for it, within a text the value's text; null is an error there, as any null is. */
    public static UnboundBinding replacedBy(JsonNode substitute) {
        return new UnboundBinding(Showing.REPLACED, substitute);
    }

    Showing showing() {
        return showing;
    }

    JsonNode substitute() {
        return substitute;
    }
}
