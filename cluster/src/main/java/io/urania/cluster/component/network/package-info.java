/** The network plugins that there are: one list, and a package for each. */
@NullMarked
package io.urania.cluster.component.network;

import org.jspecify.annotations.NullMarked;
