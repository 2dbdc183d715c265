/** With what API servers encrypt the objects that they store, as their hosts tell. */
@NullMarked
package io.urania.cluster.observation.encryption;

import org.jspecify.annotations.NullMarked;
