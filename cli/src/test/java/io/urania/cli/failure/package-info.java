@NullMarked
package io.urania.cli.failure;

