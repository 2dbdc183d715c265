/** What a resource is: the desired state of one thing on one host. Each kind has a file below, which holds its difference and command; its probe lies beside it. */
@NullMarked
package io.urania.engine.resource;

import org.jspecify.annotations.NullMarked;
