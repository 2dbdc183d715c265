/** Big files: from this machine to one host, and from host to host. */
@NullMarked
package io.urania.engine.distribution;

import org.jspecify.annotations.NullMarked;
