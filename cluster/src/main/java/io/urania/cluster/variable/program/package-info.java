/** Variables that are settings of Kubernetes' own programs, each with the name that the program's reference has for it; nothing that needs more than that. */
@NullMarked
package io.urania.cluster.variable.program;

import org.jspecify.annotations.NullMarked;
