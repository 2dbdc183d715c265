/** The operating systems and processor architectures that hosts of a rack can have, and who has which. */
@NullMarked
package io.urania.lab.platform;

import org.jspecify.annotations.NullMarked;
