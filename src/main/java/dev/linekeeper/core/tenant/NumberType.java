package dev.linekeeper.core.tenant;

/** How a number reaches the telephone network. Shared Calling knows the first three (rule RES-05). */
public enum NumberType {
    CALLING_PLAN("callingPlan"),
    OPERATOR_CONNECT("operatorConnect"),
    DIRECT_ROUTING("directRouting"),
    /** A type Microsoft reports and we do not know, its {@code internalError} included. */
    OTHER("other");

    private final String graphName;

    NumberType(String graphName) {
        this.graphName = graphName;
    }

    /** The type as Microsoft Graph spells it; also its name in our settings. */
    public String graphName() {
        return graphName;
    }

    public static NumberType ofName(String name) {
        for (var type : values()) {
            if (type.graphName.equalsIgnoreCase(name)) {
                return type;
            }
        }
        return OTHER;
    }
}
