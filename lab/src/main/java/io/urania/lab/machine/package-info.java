/** Whether this machine can carry a rack, what it lacks, and the kernel limits a rack raises. */
@NullMarked
package io.urania.lab.machine;

import org.jspecify.annotations.NullMarked;
