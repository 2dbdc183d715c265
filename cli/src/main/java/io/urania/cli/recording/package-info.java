/** A recorded run as a moving picture of the terminal that it was watched on. */
@NullMarked
package io.urania.cli.recording;

import org.jspecify.annotations.NullMarked;
