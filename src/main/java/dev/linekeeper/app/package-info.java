/** The main class and the wiring of bot and command line: each configuration lists the classes it imports. */
@org.jspecify.annotations.NullMarked
package dev.linekeeper.app;
