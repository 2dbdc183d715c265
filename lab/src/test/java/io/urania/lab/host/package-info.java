@NullMarked
package io.urania.lab.host;

import org.jspecify.annotations.NullMarked;
