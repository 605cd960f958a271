/** Where Linekeeper starts: the main class and the one place in which its rooms are wired together. */
@org.jspecify.annotations.NullMarked
package dev.linekeeper.app;
