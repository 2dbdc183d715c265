/** Making hosts ready for whatever runs on nodes, and nothing more. */
@NullMarked
package io.urania.cluster.procedure.prepare;

import org.jspecify.annotations.NullMarked;
