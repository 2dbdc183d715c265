/** What depends on the Kubernetes version: one table, read from a resource file. */
@NullMarked
package io.urania.artifacts.version;

import org.jspecify.annotations.NullMarked;
