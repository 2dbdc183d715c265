/** An inventory drawn: as a tree for the terminal, as racks in SVG. */
@NullMarked
package io.urania.cli.graph;

import org.jspecify.annotations.NullMarked;
