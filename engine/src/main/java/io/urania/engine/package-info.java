/** Hosts, SSH, facts, resources, plan, run, journal, events: how any change happens. */
@NullMarked
package io.urania.engine;

import org.jspecify.annotations.NullMarked;
