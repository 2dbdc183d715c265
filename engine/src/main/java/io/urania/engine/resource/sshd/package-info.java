/** Who may log in to a host, and how: settings of OpenSSH's server. */
@NullMarked
package io.urania.engine.resource.sshd;

import org.jspecify.annotations.NullMarked;
