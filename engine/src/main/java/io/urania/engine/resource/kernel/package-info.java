/** Kernel modules, kernel parameters and swap: as they are, and as they will be at the next boot. */
@NullMarked
package io.urania.engine.resource.kernel;

import org.jspecify.annotations.NullMarked;
