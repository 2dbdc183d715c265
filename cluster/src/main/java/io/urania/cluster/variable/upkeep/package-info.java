/** Variables about the packages and services of hosts. */
@NullMarked
package io.urania.cluster.variable.upkeep;

import org.jspecify.annotations.NullMarked;
