/** A run as it happens: live on a terminal, as plain lines on a pipe, or as JSON. */
@NullMarked
package io.urania.cli.progress;

import org.jspecify.annotations.NullMarked;
