package dev.linekeeper.template.function;

/** Functions that are registered together. */
public interface FunctionGroup {
    /** Registers the functions of the group. */
    void register(FunctionRegistry functions);
}
