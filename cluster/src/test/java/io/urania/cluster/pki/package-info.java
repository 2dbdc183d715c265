@NullMarked
package io.urania.cluster.pki;

import org.jspecify.annotations.NullMarked;
