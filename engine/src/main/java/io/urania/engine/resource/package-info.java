/** The desired state of one thing on one host: one file per kind. */
@NullMarked
package io.urania.engine.resource;

import org.jspecify.annotations.NullMarked;
