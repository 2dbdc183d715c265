/** The operating systems that there are: one list, and what is asked of all of them. */
@NullMarked
package io.urania.cluster.system.registry;

import org.jspecify.annotations.NullMarked;
