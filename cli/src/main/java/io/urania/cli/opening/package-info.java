/** From an inventory to a cluster: reading, lock, first contact, bundle, connections. */
@NullMarked
package io.urania.cli.opening;

import org.jspecify.annotations.NullMarked;
