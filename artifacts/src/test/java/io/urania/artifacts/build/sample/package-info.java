/** A catalog of programs beside the standard one. */
@NullMarked
package io.urania.artifacts.build.sample;

import org.jspecify.annotations.NullMarked;
