/** The version table, and bundles: every file and image that a Kubernetes version needs. */
@NullMarked
package io.urania.artifacts;

import org.jspecify.annotations.NullMarked;
