@NullMarked
package io.urania.cluster.phases.runtime;

import org.jspecify.annotations.NullMarked;
