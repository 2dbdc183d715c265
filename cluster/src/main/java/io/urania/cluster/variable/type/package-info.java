/** Types of variables: which values fit, and how a value is understood. */
@NullMarked
package io.urania.cluster.variable.type;

import org.jspecify.annotations.NullMarked;
