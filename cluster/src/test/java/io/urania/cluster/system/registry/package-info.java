@NullMarked
package io.urania.cluster.system.registry;

import org.jspecify.annotations.NullMarked;
