@NullMarked
package io.urania.cli.progress;

