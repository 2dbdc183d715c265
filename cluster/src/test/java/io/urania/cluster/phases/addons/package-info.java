@NullMarked
package io.urania.cluster.phases.addons;

import org.jspecify.annotations.NullMarked;
