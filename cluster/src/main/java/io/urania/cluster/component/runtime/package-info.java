/** The container runtimes that there are: one list, and a package for each. */
@NullMarked
package io.urania.cluster.component.runtime;

import org.jspecify.annotations.NullMarked;
