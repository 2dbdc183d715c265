/** A recorded run as a picture: hosts by time, and the chain of steps that decided how long it took. */
@NullMarked
package io.urania.cli.timeline;

import org.jspecify.annotations.NullMarked;
