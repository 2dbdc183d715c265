/** Container images, written so that the same input gives the same bytes. */
@NullMarked
package io.urania.artifacts.image;

import org.jspecify.annotations.NullMarked;
