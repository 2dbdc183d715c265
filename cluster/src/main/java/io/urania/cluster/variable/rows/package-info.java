/** The cluster's own variables that have an effect, a file for each topic. */
@NullMarked
package io.urania.cluster.variable.rows;

import org.jspecify.annotations.NullMarked;
