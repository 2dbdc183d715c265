/** Which processes hold what on a host. */
@NullMarked
package io.urania.engine.process;

import org.jspecify.annotations.NullMarked;
