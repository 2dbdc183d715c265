@NullMarked
package io.urania.cli.recording;

