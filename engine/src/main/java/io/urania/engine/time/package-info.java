/** Time as a port. */
@NullMarked
package io.urania.engine.time;

import org.jspecify.annotations.NullMarked;
