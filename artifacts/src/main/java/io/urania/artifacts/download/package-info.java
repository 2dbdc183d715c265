/** Getting files over HTTP or from a directory, with patience that ends. */
@NullMarked
package io.urania.artifacts.download;

import org.jspecify.annotations.NullMarked;
