@NullMarked
package io.urania.cli.graph;

import org.jspecify.annotations.NullMarked;
