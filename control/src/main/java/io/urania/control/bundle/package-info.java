/** The bundle that a cluster is installed from: named, cached, or made now. */
@NullMarked
package io.urania.control.bundle;

import org.jspecify.annotations.NullMarked;
