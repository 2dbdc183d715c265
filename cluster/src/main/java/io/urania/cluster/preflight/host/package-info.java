/** What else is on hosts and around them: room, files, ports, what others have left, firewalls, clocks. */
@NullMarked
package io.urania.cluster.preflight.host;

import org.jspecify.annotations.NullMarked;
