@NullMarked
package io.urania.cluster.procedure.apply;

import org.jspecify.annotations.NullMarked;
