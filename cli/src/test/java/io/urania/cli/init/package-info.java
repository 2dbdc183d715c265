@NullMarked
package io.urania.cli.init;

