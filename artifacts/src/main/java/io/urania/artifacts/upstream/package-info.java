/** What the projects themselves publish: released files, and images in OCI registries. */
@NullMarked
package io.urania.artifacts.upstream;

import org.jspecify.annotations.NullMarked;
