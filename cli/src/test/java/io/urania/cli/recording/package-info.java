@NullMarked
package io.urania.cli.recording;

import org.jspecify.annotations.NullMarked;
