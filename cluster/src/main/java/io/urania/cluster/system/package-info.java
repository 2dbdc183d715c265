/** What phases and rules may ask of an operating system, by meaning; each system that there is has a package of its own below. */
@NullMarked
package io.urania.cluster.system;

import org.jspecify.annotations.NullMarked;
