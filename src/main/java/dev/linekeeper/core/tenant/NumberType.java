package dev.linekeeper.core.tenant;

/** How a number reaches the telephone network. Shared Calling knows the first three (rule RES-05). */
public enum NumberType {
    CALLING_PLAN("callingPlan", "Calling Plan"),
    OPERATOR_CONNECT("operatorConnect", "Operator Connect"),
    DIRECT_ROUTING("directRouting", "Direct Routing"),
    /** A type Microsoft reports and we do not know, its {@code internalError} included. */
    OTHER("other", "?");

    private final String graphName;
    private final String productName;

    NumberType(String graphName, String productName) {
        this.graphName = graphName;
        this.productName = productName;
    }

    /** The type as Microsoft Graph spells it; also its name in our settings. */
    public String graphName() {
        return graphName;
    }

    /** The type as the cmdlets of Teams PowerShell spell it; throws for {@link #OTHER}, for which they have no word. */
    public String cmdletName() {
        return switch (this) {
            case CALLING_PLAN -> "CallingPlan";
            case OPERATOR_CONNECT -> "OperatorConnect";
            case DIRECT_ROUTING -> "DirectRouting";
            case OTHER -> throw new IllegalArgumentException("PowerShell has no word for this type of number");
        };
    }

    /** The type as people say it, in any language. */
    public String productName() {
        return productName;
    }

    /** The type of that name, in any case of letters; {@link #OTHER} for a name we do not know. */
    public static NumberType ofName(String name) {
        for (var type : values()) {
            if (type.graphName.equalsIgnoreCase(name)) {
                return type;
            }
        }
        return OTHER;
    }
}
