package io.urania.cluster.spec.apiserver;

/**
 * Where traces of requests are sent.
 *
 * @param endpoint host and port of a collector of OpenTelemetry
 * @param ratePerMillion how many of a million requests are traced
 */
public record TracingSpec(String endpoint, int ratePerMillion) {}
