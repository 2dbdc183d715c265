/** Python's regular expressions on top of Java's: translated where they differ, refused where they cannot be. */
@NullMarked
package io.urania.inventory.pattern;

import org.jspecify.annotations.NullMarked;
