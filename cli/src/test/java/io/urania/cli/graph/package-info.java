@NullMarked
package io.urania.cli.graph;

