/** The stages of a cluster that somebody works on, from its inventory to a plan: each type has what is known there, and leads to the next. */
@NullMarked
package io.urania.control.stage;

import org.jspecify.annotations.NullMarked;
