package io.urania.engine.resource;

/**
 * What has to be well before and after something is restarted of which several hosts have one, and of which most must go on serving.
 *
 * @param turn the name of those that are restarted one after the other: {@code etcd members}
 * @param before POSIX sh that ends well when this host's one can be spared, and says why not otherwise; it may wait
 * @param after POSIX sh that ends well when this host's one serves again, and says what is wrong otherwise; it may wait
 */
public record Gate(String turn, String before, String after) {}
