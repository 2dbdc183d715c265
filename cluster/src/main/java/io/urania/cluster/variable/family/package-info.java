/** Kubespray's variables that have no effect yet, in families with one reason each. */
@NullMarked
package io.urania.cluster.variable.family;

import org.jspecify.annotations.NullMarked;
