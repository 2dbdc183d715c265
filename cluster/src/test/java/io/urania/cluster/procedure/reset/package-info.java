@NullMarked
package io.urania.cluster.procedure.reset;

import org.jspecify.annotations.NullMarked;
