/** Why something is not done, and how what was asked for ended: nothing about how that is shown. */
@NullMarked
package io.urania.control.failure;

import org.jspecify.annotations.NullMarked;
