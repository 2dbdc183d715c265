/** What a cluster can have one of several of, or any number of: the interfaces. Each one that there is has a package of its own below. */
@NullMarked
package io.urania.cluster.component;

import org.jspecify.annotations.NullMarked;
