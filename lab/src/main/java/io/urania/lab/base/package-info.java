/** The operating system tree that all hosts of a rack share as their lower layer. */
@NullMarked
package io.urania.lab.base;

import org.jspecify.annotations.NullMarked;
