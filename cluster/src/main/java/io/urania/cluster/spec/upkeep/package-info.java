/** What an inventory asks of the packages and services of hosts. */
@NullMarked
package io.urania.cluster.spec.upkeep;

import org.jspecify.annotations.NullMarked;
