/** What single hosts must be like: their system, room, files, ports, clocks, and what others have left on them. */
@NullMarked
package io.urania.cluster.preflight.host;

import org.jspecify.annotations.NullMarked;
