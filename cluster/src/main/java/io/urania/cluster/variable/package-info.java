/**
 * The registry of inventory variables: what each means, what it does and since when, and the one way in which their values are read.
 */
@NullMarked
package io.urania.cluster.variable;

import org.jspecify.annotations.NullMarked;
