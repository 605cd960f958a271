/** The main class, and the one wiring of bot and shell: each configuration lists the classes it imports. */
@org.jspecify.annotations.NullMarked
package dev.linekeeper.app;
