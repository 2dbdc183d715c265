/** The variables that have an effect, a file for each topic, and the registry of all of them. */
@NullMarked
package io.urania.cluster.variable.rows;

import org.jspecify.annotations.NullMarked;
