/** What happens to hosts, made to happen to a rack's: a cut network, a full disk. */
@NullMarked
package io.urania.lab.fault;

import org.jspecify.annotations.NullMarked;
