package io.urania.control.loginkey;

import java.nio.file.Path;

/**
 * A pair of keys on this machine.
 *
 * @param file the private one; the public one is beside it, with {@code .pub}
 * @param line the public one, as authorized_keys has it
 * @param fingerprint what {@code ssh-keygen -l} says of it
 * @param isNew whether it was made just now
 */
public record LoginKey(Path file, String line, String fingerprint, boolean isNew) {}
