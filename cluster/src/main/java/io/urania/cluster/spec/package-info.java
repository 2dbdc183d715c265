/** The cluster that an inventory asks for: typed, valid, and knowing nothing of YAML. */
@NullMarked
package io.urania.cluster.spec;

import org.jspecify.annotations.NullMarked;
