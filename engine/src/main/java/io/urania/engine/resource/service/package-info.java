/** Services of systemd: whether they run, what they were started with, and when they may be restarted. */
@NullMarked
package io.urania.engine.resource.service;

import org.jspecify.annotations.NullMarked;
