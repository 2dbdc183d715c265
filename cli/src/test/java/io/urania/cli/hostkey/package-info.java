@NullMarked
package io.urania.cli.hostkey;

import org.jspecify.annotations.NullMarked;
