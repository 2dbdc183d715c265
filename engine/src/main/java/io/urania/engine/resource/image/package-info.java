/** Images in the store of a container runtime. */
@NullMarked
package io.urania.engine.resource.image;

import org.jspecify.annotations.NullMarked;
