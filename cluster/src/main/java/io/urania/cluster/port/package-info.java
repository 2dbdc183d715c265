/** The ports on which the programs of a cluster listen on its hosts. */
@NullMarked
package io.urania.cluster.port;

import org.jspecify.annotations.NullMarked;
