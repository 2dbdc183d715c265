package io.urania.engine.plan;

import io.urania.engine.batch.Operation;

/**
 * What is done over a new connection after a change that may have closed the way to its host. Until it is done, the change does not count, and
 * the host may take it back by itself.
 *
 * @param operation carried out over the new connection; if it fails, the change has failed
 * @param otherwise what becomes of the host if no new connection can be made, a clause
 */
public record Confirmation(Operation operation, String otherwise) {}
