/** What all drawings share. */
@NullMarked
package io.urania.cli.svg;

import org.jspecify.annotations.NullMarked;
