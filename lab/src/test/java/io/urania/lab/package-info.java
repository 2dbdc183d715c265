/** Tests of the rack, and a small tool to try one from a terminal. */
@NullMarked
package io.urania.lab;

import org.jspecify.annotations.NullMarked;
