@NullMarked
package io.urania.cluster.phases;

import org.jspecify.annotations.NullMarked;
