@NullMarked
package io.urania.cluster.phases.host;

import org.jspecify.annotations.NullMarked;
