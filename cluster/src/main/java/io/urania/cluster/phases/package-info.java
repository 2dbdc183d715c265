/** The chapters of a deployment in their order. */
@NullMarked
package io.urania.cluster.phases;

import org.jspecify.annotations.NullMarked;
