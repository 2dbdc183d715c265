@NullMarked
package io.urania.cluster.manifest;

import org.jspecify.annotations.NullMarked;
