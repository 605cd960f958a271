/** Functions of texts: searching, replacing, letter case, regular expressions and web addresses. */
@NullMarked
package dev.linekeeper.template.function.text;

import org.jspecify.annotations.NullMarked;
