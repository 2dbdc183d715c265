@NullMarked
package io.urania.cli;

