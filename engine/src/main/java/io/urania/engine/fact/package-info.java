/** What a host truly is: probes, questions, and the answers of one round trip. */
@NullMarked
package io.urania.engine.fact;

import org.jspecify.annotations.NullMarked;
