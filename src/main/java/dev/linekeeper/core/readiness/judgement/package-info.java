/**
 * What judging is made of: a rule, the case it looks at, its verdict, and the report of all of them. Knows no
 * rule by name.
 */
@NullMarked
package dev.linekeeper.core.readiness.judgement;

import org.jspecify.annotations.NullMarked;
