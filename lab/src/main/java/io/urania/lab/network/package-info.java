/** The network that the hosts of a rack share, and their way to the package mirrors. */
@NullMarked
package io.urania.lab.network;

import org.jspecify.annotations.NullMarked;
