/** Executing a plan without barriers. */
@NullMarked
package io.urania.engine.run;

import org.jspecify.annotations.NullMarked;
