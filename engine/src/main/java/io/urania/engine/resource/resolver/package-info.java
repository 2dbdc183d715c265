/** How a host finds names: by the means that the host itself has, whichever these are, and back again. */
@NullMarked
package io.urania.engine.resource.resolver;

import org.jspecify.annotations.NullMarked;
