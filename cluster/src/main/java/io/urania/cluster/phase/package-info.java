/** What a phase of a deployment is made from, and how it says what it wants. */
@NullMarked
package io.urania.cluster.phase;

import org.jspecify.annotations.NullMarked;
