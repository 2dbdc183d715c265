/** Bundles: directories with every file and image that a Kubernetes version needs, made once and verified. */
@NullMarked
package io.urania.artifacts.bundle;

import org.jspecify.annotations.NullMarked;
