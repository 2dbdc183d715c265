/** The Linux machine as the lab sees and uses it: commands, processes, mounts, links. */
@NullMarked
package io.urania.lab.system;

import org.jspecify.annotations.NullMarked;
