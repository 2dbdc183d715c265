/** All variables: the cluster's own rows and those that components bring. */
@NullMarked
package io.urania.cluster.variable.registry;

import org.jspecify.annotations.NullMarked;
