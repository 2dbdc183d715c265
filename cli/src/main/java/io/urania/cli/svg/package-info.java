/** What all drawings share. */
@NullMarked
package io.urania.cli.svg;

