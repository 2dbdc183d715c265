/** The address that a host has by DHCP, made its own: told to whoever configures the interface. */
@NullMarked
package io.urania.engine.resource.address;

import org.jspecify.annotations.NullMarked;
