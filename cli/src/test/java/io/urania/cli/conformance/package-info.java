/** Kubernetes' own conformance tests against a virtual rack: {@code ./mvnw -Pconformance -pl cli -am verify -Durania.rack=DIR}. */
@NullMarked
package io.urania.cli.conformance;

import org.jspecify.annotations.NullMarked;
