package io.urania.control.port;

import io.urania.engine.transport.hostkey.ShownKey;

/**
 * A host that nobody knows yet.
 *
 * @param name in the inventory
 * @param shown the key that it shows, and by which name it would be known
 */
public record NewHost(String name, ShownKey shown) {}
