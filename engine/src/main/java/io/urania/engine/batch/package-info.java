/** Several steps for one host in one round trip: the wire format, and what came of each step. */
@NullMarked
package io.urania.engine.batch;

import org.jspecify.annotations.NullMarked;
