/** Tests against a virtual rack with a cluster on it: {@code ./mvnw -Prack -pl cli -am verify -Durania.rack=DIR}. */
@NullMarked
package io.urania.cli.rack;

import org.jspecify.annotations.NullMarked;
